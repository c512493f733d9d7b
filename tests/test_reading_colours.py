"""Colours as the file means them, bit depths beyond 8, and what is said about what could not be kept."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image, ImageCms

from course_lib import data
from course_lib.data import pixels
from course_lib.data.deep import reduced_bits

RNG = np.random.default_rng(0)
ONE_TO_255 = np.arange(256, dtype=np.uint8).reshape(16, 16)
COLOURS = RNG.integers(0, 256, (16, 16, 3), dtype=np.uint8)
D50 = np.array([0.9642, 1.0, 0.8249])
SRGB_TO_XYZ = np.array([[0.4361, 0.3851, 0.1431], [0.2225, 0.7169, 0.0606], [0.0139, 0.0971, 0.7141]])
PRIMARIES = {  # of each profile, in XYZ under the light that profiles take (D50), and its gamma
    "Display P3": (np.array([[0.5151, 0.2920, 0.1571], [0.2412, 0.6922, 0.0666], [-0.0011, 0.0419, 0.7841]]), 2.4),
    "Adobe RGB": (np.array([[0.6097, 0.2053, 0.1492], [0.3111, 0.6257, 0.0632], [0.0195, 0.0609, 0.7446]]), 2.2),
    "ProPhoto": (np.array([[0.7977, 0.1352, 0.0313], [0.2880, 0.7119, 0.0001], [0.0, 0.0, 0.8249]]), 1.8),
}


def number(value):
    return struct.pack(">i", round(value * 65536))


def icc(space, tags):
    """Return a profile made of tags, {name: content}."""
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        table += name.encode() + struct.pack(">II", start + len(body), len(content))
        body += content + b"\0" * (-len(content) % 4)
    kind = b"prtr" if space == b"CMYK" else b"mntr"
    connection = b"Lab " if space == b"CMYK" else b"XYZ "
    head = struct.pack(">I4sI4s4s4s12x4s", start + len(body), b"none", 0x02400000, kind, space, connection, b"acsp")
    return (head + b"\0" * 28 + b"".join(map(number, D50))).ljust(128, b"\0") + table + body


def rgb_profile(primaries, gamma):
    text = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"mine\0" + b"\0" * 78
    tags = {"desc": text, "wtpt": b"XYZ \0\0\0\0" + b"".join(map(number, D50))}
    for column, letter in enumerate("rgb"):
        tags[f"{letter}XYZ"] = b"XYZ \0\0\0\0" + b"".join(map(number, primaries[:, column]))
        tags[f"{letter}TRC"] = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    return icc(b"RGB ", tags)


def cmyk_profile():
    """Return a profile of a press whose inks are greyer than pure ones: one step between no ink and all of it."""
    identity = bytes(range(256))
    corners = b""
    for ink in np.ndindex(2, 2, 2, 2):
        light = 100 - 20 * sum(ink[:3]) - 35 * ink[3]
        corners += bytes([round(light * 2.55), 128 + 30 * ink[1] - 25 * ink[0], 128 + 40 * ink[2] - 30 * ink[0]])
    matrix = b"".join(number(value) for value in np.eye(3).ravel())
    table = b"mft1\0\0\0\0" + bytes([4, 3, 2, 0]) + matrix + identity * 4 + corners + identity * 3
    return icc(b"CMYK", {"desc": b"desc\0\0\0\0" + struct.pack(">I", 5) + b"mine\0" + b"\0" * 78, "A2B0": table})


def saved(picture, kind="png", **options):
    file = io.BytesIO()
    (picture if isinstance(picture, Image.Image) else Image.fromarray(picture)).save(file, kind, **options)
    return file.getvalue()


def srgb_of(colours, primaries, gamma):
    """Return by the definition what screens show of colours between 0 and 1: through light, clipped to the screen's."""
    light = colours**gamma @ primaries.T @ np.linalg.inv(SRGB_TO_XYZ).T
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)


@pytest.mark.parametrize("kind", ["png", "tiff", "webp", "jpeg", "avif"])
@pytest.mark.parametrize("name", PRIMARIES)
def test_colours_of_a_profile_are_converted_to_those_of_the_screen(name, kind):
    plain = np.repeat(np.repeat(RNG.integers(60, 200, (4, 4, 3), dtype=np.uint8), 16, axis=0), 16, axis=1)
    profile = rgb_profile(*PRIMARIES[name])
    options = {"webp": {"lossless": True}, "jpeg": {"quality": 100, "subsampling": 0}, "avif": {"quality": 100}}
    read = data.read(saved(plain, kind, icc_profile=profile, **options.get(kind, {})))
    expected = 255 * srgb_of(plain / 255, *PRIMARIES[name])
    middle = (slice(8, None, 16), slice(8, None, 16))
    np.testing.assert_allclose(read[middle].astype(float), expected[middle], atol=8 if kind in ("jpeg", "avif") else 2)
    assert np.abs(expected - plain).max() > 15


def test_red_of_a_telephone():
    profile = rgb_profile(*PRIMARIES["Display P3"])
    red = data.read(saved(Image.new("RGBA", (4, 4), (184, 50, 49, 255)), icc_profile=profile))
    expected = 255 * srgb_of(np.array([184, 50, 49]) / 255, *PRIMARIES["Display P3"])
    np.testing.assert_allclose(red[0, 0], expected, atol=2)
    palette = Image.new("RGB", (4, 4), (184, 50, 49)).convert("P", palette=Image.Palette.ADAPTIVE)
    np.testing.assert_allclose(data.read(saved(palette, icc_profile=profile))[0, 0], expected, atol=2)


@pytest.mark.parametrize("kind", ["jpeg", "tiff"])
def test_printing_colours_are_converted_by_their_own_profile(kind):
    ink = Image.new("CMYK", (16, 16), (200, 30, 90, 40))
    profile = cmyk_profile()
    read = data.read(saved(ink, kind, icc_profile=profile))
    given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    expected = ImageCms.profileToProfile(ink, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
    np.testing.assert_allclose(read[8, 8].astype(int), expected.getpixel((8, 8)), atol=3)
    without = data.read(saved(ink, kind))
    assert np.abs(read[8, 8].astype(int) - without[8, 8]).max() > 10


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_the_screens_own_profile_and_broken_ones_change_nothing(mode, capsys):
    picture = Image.fromarray(COLOURS).convert(mode)
    plain = data.read(saved(picture, "tiff"))
    for profile in (ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), b"no profile", b"\0" * 200):
        np.testing.assert_array_equal(data.read(saved(picture, "tiff", icc_profile=profile)), plain)
    assert ("profile is damaged or of another kind" in capsys.readouterr().out) == (mode != "L")


def test_grey_keeps_its_numbers_whatever_its_profile_says():
    profile = icc(b"GRAY", {"kTRC": b"curv\0\0\0\0" + struct.pack(">IH", 1, 256) + b"\0\0"})
    np.testing.assert_array_equal(data.read(saved(ONE_TO_255, icc_profile=profile)), ONE_TO_255)


# --- more than 8 bits ------------------------------------------------------------------------------


def png16(array, transparent=None, profile=None, orientation=None, interlaced=False):
    """Return a PNG file with 16 bits a channel, each row with another of the five filters."""
    channels = array.shape[2] if array.ndim == 3 else 1
    kind = {1: 0, 2: 4, 3: 2, 4: 6}[channels]
    head = struct.pack(">IIBBBBB", array.shape[1], array.shape[0], 16, kind, 0, 0, int(interlaced))
    parts = [array[r::dr, c::dc] for r, c, dr, dc in ADAM7] if interlaced else [array]
    rows = b"".join(filtered(part, 2 * channels) for part in parts if part.size)
    chunks = [(b"IHDR", head)]
    chunks += [(b"iCCP", b"mine\0\0" + zlib.compress(profile))] if profile else []
    chunks += [(b"tRNS", np.array(transparent, ">u2").tobytes())] if transparent is not None else []
    if orientation:
        chunks.append((b"eXIf", b"MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1" + struct.pack(">HHI", orientation, 0, 0)))
    chunks += [(b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in chunks)


ADAM7 = ((0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1))


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def filtered(array, step):
    rows = np.frombuffer(array.astype(">u2").tobytes(), np.uint8).reshape(len(array), -1).astype(int)
    above, result = np.zeros_like(rows[0]), b""
    for number, row in enumerate(rows):
        left = np.concatenate([np.zeros(step, int), row[:-step]])
        corner = np.concatenate([np.zeros(step, int), above[:-step]])
        guess = left + above - corner
        far = np.stack([abs(guess - left), abs(guess - above), abs(guess - corner)])
        nearest = np.choose(far.argmin(axis=0), [left, above, corner])
        foretold = [0, left, above, (left + above) // 2, nearest][number % 5]
        result += bytes([number % 5]) + ((row - foretold) % 256).astype(np.uint8).tobytes()
        above = row
    return result


def deep(*shape):
    array = RNG.integers(0, 65536, shape, np.uint16)
    array.flat[:2] = 0, 65535
    return array


@pytest.mark.parametrize("interlaced", [False, True])
@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_png_with_16_bits_a_channel_keeps_them(channels, interlaced):
    array = deep(17, 19, channels)
    array[..., channels - 1 :] = 65535 if channels in (2, 4) else array[..., channels - 1 :]
    read = data.read(png16(array if channels > 1 else array[..., 0], interlaced=interlaced))
    assert read.dtype == np.uint16
    np.testing.assert_array_equal(read, array[..., 0] if channels < 3 else array[..., :3])


@pytest.mark.parametrize("orientation", range(1, 9))
def test_png_with_16_bits_a_channel_is_turned_as_one_with_8(orientation):
    array = deep(4, 6, 3)
    plain = (array >> 8).astype(np.uint8)
    exif = Image.Exif()
    exif[0x0112] = orientation
    np.testing.assert_array_equal(
        data.read(png16(array, orientation=orientation)) >> 8, data.read(saved(plain, exif=exif))
    )


def test_transparent_parts_of_deep_pictures_lie_over_white(capsys):
    colours = deep(4, 4, 3)
    expected = colours.copy()
    expected[2, 3] = 65535
    np.testing.assert_array_equal(data.read(png16(colours, transparent=colours[2, 3])), expected)
    assert capsys.readouterr().out == "this file: Transparent parts are shown over white.\n"
    half = np.dstack([deep(4, 4, 3), np.full((4, 4), 32768, np.uint16)])
    share = 32768 / 65535
    np.testing.assert_allclose(data.read(png16(half)), half[..., :3] * share + 65535 * (1 - share), atol=0.5)


def test_deep_colours_with_a_profile_are_converted_and_it_is_said(capsys):
    profile = rgb_profile(*PRIMARIES["Adobe RGB"])
    array = np.full((4, 4, 3), 128 * 257, np.uint16) + np.array([9000, 0, 0], np.uint16)
    read = data.read(png16(array, profile=profile))
    np.testing.assert_allclose(read[0, 0], 255 * srgb_of(array[0, 0] / 65535, *PRIMARIES["Adobe RGB"]), atol=2)
    assert "16 bits a channel were reduced to 8" in capsys.readouterr().out
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    np.testing.assert_array_equal(data.read(png16(array, profile=screen)), array)


@pytest.mark.parametrize("white", [1023, 4095, 65535])
@pytest.mark.parametrize("kind", ["P2", "P3", "P5", "P6"])
def test_pnm_keeps_the_numbers_of_its_range(kind, white):
    shape = (5, 7, 3) if kind in ("P3", "P6") else (5, 7)
    array = RNG.integers(0, white + 1, shape).astype(np.uint16)
    array.flat[:2] = 0, white
    text = " ".join(map(str, array.ravel())).encode()
    body = array.astype(">u2").tobytes() if kind in ("P5", "P6") else text
    head = f"{kind}\n# made by hand\n7 5\n{white}\n".encode()
    np.testing.assert_array_equal(data.read(head + body), array)
    with pytest.raises(ValueError, match="damaged or cut short"):
        data.read(head + body[:20])


def test_jpeg_2000_keeps_grey_of_16_bits():
    grey = deep(32, 32)
    np.testing.assert_array_equal(data.read(saved(grey, "jpeg2000")), grey)


def test_bits_that_decoders_leave_out_are_noticed():
    avif = saved(COLOURS, "avif")
    place = avif.index(b"pixi") + 9
    assert reduced_bits(avif) is None
    assert reduced_bits(avif[:place] + b"\x0a\x0a\x0a" + avif[place + 3 :]) == 10
    jpeg2000 = saved(COLOURS, "jpeg2000")
    place = jpeg2000.index(b"\xff\x4f\xff\x51") + 42
    assert reduced_bits(jpeg2000) is None
    assert reduced_bits(jpeg2000[:place] + b"\x0b" + jpeg2000[place + 1 :]) == 12
    assert reduced_bits(saved(COLOURS)) is None


def test_what_decoders_leave_out_is_said(monkeypatch, capsys):
    monkeypatch.setattr(pixels, "reduced_bits", lambda content: 12)
    np.testing.assert_array_equal(data.read(saved(COLOURS)), COLOURS)
    assert "12 bits a channel were reduced to 8" in capsys.readouterr().out
    with pytest.raises(ValueError, match="has 12 bits a channel, but no value of 256 or more"):
        data.read(saved(COLOURS // 16))


# --- what is said ----------------------------------------------------------------------------------


def test_only_what_is_transparent_is_said_to_be(capsys):
    opaque = np.dstack([COLOURS, np.full((16, 16), 255, np.uint8)])
    np.testing.assert_array_equal(data.read(saved(opaque)), COLOURS)
    assert capsys.readouterr().out == ""
    opaque[0, 0, 3] = 0
    assert data.read(saved(opaque))[0, 0].tolist() == [255] * 3
    assert "Transparent parts are shown over white" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["gif", "webp", "png", "tiff", "avif", "mpo"])
def test_animations_give_their_first_picture_and_say_so(kind, tmp_path, capsys):
    frames = [Image.new("RGB", (16, 16), colour) for colour in ("red", "lime", "blue")]
    frames[0].save(tmp_path / "moving", kind, save_all=True, append_images=frames[1:])
    read = data.read(tmp_path / "moving")
    assert read[0, 0].argmax() == 0
    assert "moving: It holds 3 pictures. This is the first; page=1 gives the next." in capsys.readouterr().out
    assert [data.read(tmp_path / "moving", page=page)[8, 8].argmax() for page in range(3)] == [0, 1, 2]
    with pytest.raises(ValueError, match=r"^moving holds 3 pictures, numbered from 0 to 2"):
        data.read(tmp_path / "moving", page=3)


def test_grey_animations_stay_grey():
    frames = [Image.fromarray(np.roll(ONE_TO_255, n, axis=0)) for n in range(3)]
    content = saved(frames[0], "gif", save_all=True, append_images=frames[1:])
    for page in range(3):
        np.testing.assert_array_equal(data.read(content, page=page), np.array(frames[page]))


MODES = {
    "png": ("1", "L", "LA", "I;16", "RGB", "RGBA", "P"),
    "tiff": ("1", "L", "LA", "P", "PA", "I", "I;16", "I;16B", "F", "RGB", "RGBX", "RGBA", "CMYK", "YCbCr"),
    "jpeg": ("1", "L", "RGB", "RGBX", "CMYK", "YCbCr"),
    "jpeg2000": ("L", "LA", "I;16", "RGB", "RGBA", "YCbCr"),
    "webp": ("RGB", "RGBA", "RGBX"),
    "gif": ("1", "L", "P", "RGB", "RGBA"),
    "bmp": ("1", "L", "P", "RGB", "RGBA"),
    "ppm": ("1", "L", "I", "I;16", "RGB", "RGBA", "F"),
    "avif": ("RGB", "RGBA", "L", "1", "P"),  # grey with alpha is colour there, and in WebP every picture
}


@pytest.mark.parametrize(("kind", "mode"), [(kind, mode) for kind, modes in MODES.items() for mode in modes])
def test_every_mode_that_pillow_writes_is_shown_as_it_is(kind, mode):
    if mode in ("I", "I;16", "I;16B", "F"):
        numbers = np.arange(256).reshape(16, 16) * 257
        kinds = {"I": "<i4", "I;16": "<u2", "I;16B": ">u2", "F": "<f4"}
        picture = Image.frombytes(mode, (16, 16), numbers.astype(kinds[mode]).tobytes())
        expected, tolerance = numbers, 0
    else:
        smooth = Image.fromarray(np.dstack([ONE_TO_255, ONE_TO_255.T, ONE_TO_255[::-1]])).resize((64, 64))
        picture = smooth.convert("L").convert("LA").convert("PA") if mode == "PA" else smooth.convert(mode)
        expected = np.array(picture.convert("L" if mode in ("1", "L", "LA", "PA") else "RGB"), int)
        tolerance = {"jpeg": 30, "avif": 90, "webp": 30, "jpeg2000": 20, "gif": 60 if "RGB" in mode else 0}.get(kind, 1)
    options = {"quality": 95} if kind in ("jpeg", "avif", "webp") else {}
    read = data.read(saved(picture, kind, **options)).astype(float)
    assert read.shape == expected.shape
    assert np.abs(read - expected).max() <= tolerance or np.abs(read - expected).mean() <= tolerance / 5
