"""Why a file is no picture that can be read, and what to do about it."""

import re
from pathlib import Path

from .tags import BITS, COMPRESSION, DNG, KIND_OF_NUMBER, MAKER, MEANING, RAW, REDUCED, STARTS, SUB_PICTURES, tags_in

MAX_PIXELS = 50_000_000  # an 8000 x 6000 photograph; more is refused before it is decoded

_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs")
_AVIF = (b"avif", b"avis")
_SUFFIXES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".gif", ".bmp", ".avif", ".jp2", ".pgm", ".ppm"}
_RAW_SUFFIXES = (".nef", ".nrw", ".arw", ".sr2", ".cr2", ".dng", ".pef", ".srw", ".3fr", ".erf", ".iiq", ".fff")
_POSTSCRIPT = "is PostScript (EPS), a program that draws; export it as PNG"
_RAW_TOLD = (
    "is a RAW file of a camera: what its sensor measured, not yet a picture; export it as JPEG or as 16-bit TIFF "
    "with the camera's own program, or read it with rawpy"
)
_SOUND = "holds sound, and no picture"
_FILM = "is a film; take a picture out of it first, or a screenshot"
_OFFICE = "is a document of an older office program; save the picture in it as PNG"
_ARRAYS = "which holds arrays; read it with {}, or export it as TIFF"
_PROJECT = "is a {} document; export it as PNG"
_MICROSCOPE = "is a microscope's file ({}); export it as TIFF with the microscope's program or with Fiji"
_SQUEEZED = "is compressed with {}; unpack it first"
_RARE = "is {} picture, a rare kind; export it as PNG"
_SCANNED = "is {}, with numbers in space; read it with {}, or export one slice of it as 16-bit TIFF"
_DICOM = "is a DICOM file of medicine; read it with pydicom, or export it as 16-bit TIFF or PNG"
_STARTS = {  # what a file of another kind starts with -> what it is, and the way to a picture
    b"%PDF": "is a PDF document; export its page as PNG, or take a screenshot",
    b"%!PS": _POSTSCRIPT,
    b"\xc5\xd0\xd3\xc6": _POSTSCRIPT,
    b"version https://git-lfs": "is a pointer of Git LFS, which stands for the file; get the file with `git lfs pull`",
    b"8BPS": _PROJECT.format("Photoshop"),
    b"gimp xcf": _PROJECT.format("GIMP"),
    b"AT&TFORM": _PROJECT.format("DjVu"),
    b"PK\x03\x04": "is a ZIP archive (or a document made of one); take the pictures out of it first",
    b"Rar!": _SQUEEZED.format("RAR"),
    b"7z\xbc\xaf'\x1c": _SQUEEZED.format("7-Zip"),
    b"\x1f\x8b": _SQUEEZED.format("gzip"),
    b"BZh": _SQUEEZED.format("bzip2"),
    b"\xfd7zXZ": _SQUEEZED.format("xz"),
    b"\x28\xb5\x2f\xfd": _SQUEEZED.format("Zstandard"),
    b"\xd0\xcf\x11\xe0": _OFFICE,
    b"\x93NUMPY": "is an array that NumPy has saved; read it with np.load",
    b"MATLAB 5": "is a MATLAB file, " + _ARRAYS.format("scipy.io.loadmat"),
    b"\x89HDF": "is an HDF5 file, " + _ARRAYS.format("h5py"),
    b"SIMPLE  =": "is a FITS file of astronomy; read it with astropy, or export it as 16-bit TIFF",
    b"ZISRAWFILE": _MICROSCOPE.format("CZI of Zeiss"),
    b"\xda\xce\xbe\x0a": _MICROSCOPE.format("ND2 of Nikon"),
    b"\x70\x00\x00\x00": _MICROSCOPE.format("LIF of Leica"),
    b"v/1\x01": "is an OpenEXR picture; read it with imageio, or export it as TIFF of 32-bit floats",
    b"#?RADIANCE": "is a Radiance HDR picture; read it with imageio, or export it as TIFF of 32-bit floats",
    b"\xff\x0a": "is a JPEG XL picture; export it as PNG or JPEG",
    b"icns": "is an icon (ICNS); export it as PNG",
    b"DDS ": _RARE.format("a DDS"),
    b"P7\n": _RARE.format("a PAM"),
    b"\x01\xda": _RARE.format("an SGI"),
    b"\x0a\x05\x01": _RARE.format("a PCX"),
    b"NRRD": _SCANNED.format("an NRRD file", "pynrrd"),
    b"ObjectType = Image": _SCANNED.format("a MetaImage file", "SimpleITK"),
    b"\x08\0\x05\0": _DICOM,
    b"\x08\0\x08\0": _DICOM,
    b"II\x1a\0\0\0HEAPCCDR": _RAW_TOLD,
    b"ID3": _SOUND,
    b"\x00\x00\x01\x00": "is an icon (ICO); export it as PNG",
    b"\x00\x05\x16\x07": "holds what a Mac noted about a file; take the file without ._ before its name",
    b"IIRO": _RAW_TOLD,
    b"IIRS": _RAW_TOLD,
    b"MMOR": _RAW_TOLD,
    b"IIU\0": _RAW_TOLD,
    b"FUJIFILMCCD-RAW": _RAW_TOLD,
    b"FOVb": _RAW_TOLD,
    b"\0MRM": _RAW_TOLD,
    b"\x1aE\xdf\xa3": _FILM,
    b"\0\0\x01\xba": _FILM,
}
_OURS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF", b"\x00\x00\x00\x0cjP  ")  # of formats that are read
_KINDS = {1: "whole numbers", 2: "signed whole numbers", 3: "floats", 5: "complex whole numbers", 6: "complex floats"}
_COMPRESSIONS = {1: "", 5: ", compressed with LZW", 7: ", compressed with JPEG", 34712: ", compressed with JPEG 2000"}
_LOST_IN_JPEG = {0xC3: "without loss", 0xF7: "without loss (JPEG-LS)", 0xC7: "without loss", 0xCB: "without loss"}


class NotRead(ValueError):
    """Why a file is not read, as the end of a sentence that starts with its name."""


def too_large(size, limit=MAX_PIXELS):
    """Return that a file is too large, as the end of a sentence."""
    return f"claims {size} pixels, more than {limit:,}; make it smaller in a picture program first"


def pages_told(count, page):
    """Return that a file has no such page, as the end of a sentence."""
    holds = "one picture, number 0" if count == 1 else f"{count} pictures, numbered from 0 to {count - 1}"
    return f"holds {holds}; there is no page={page}"


def raw_told():
    """Return that a file is a camera's RAW file, as the end of a sentence."""
    return _RAW_TOLD


def disguise(content, name):
    """Return what a file is that Pillow would take for a picture, or for a small one that stands for it; or ""."""
    if not content.startswith(STARTS):
        return ""
    if content[8:10] == b"CR" or Path(name).suffix.lower() in _RAW_SUFFIXES:
        return _RAW_TOLD
    try:
        tags = tags_in(content)
    except Exception:  # damaged: that is told when it is opened
        return ""
    only_small = tags.get(REDUCED, [0])[0] & 1 and SUB_PICTURES in tags and MAKER in tags
    is_raw = DNG in tags or only_small or tags.get(MEANING, [0])[0] in RAW
    return _RAW_TOLD if is_raw else ""


def cause(content):
    """Return what a file is that no picture could be read from, as the end of a sentence that starts with its name.

    >>> cause(b"%PDF-1.7")
    'is a PDF document; export its page as PNG, or take a screenshot'
    """
    if not content.strip(b"\0"):
        empty = f"only zeros ({len(content)} bytes), as when a copy was broken off" if content else "empty (0 bytes)"
        return f"is {empty}; copy or download it again"
    for start, told in _STARTS.items():
        if content.startswith(start):
            return told
    if content.startswith(STARTS):
        return _cause_of_tiff(content)
    if content[4:8] in (b"ftyp", b"JXL "):
        return _cause_of_boxes(content)
    if content.endswith(b"TRUEVISION-XFILE.\0"):
        return _RARE.format("a TGA")
    if content[128:132] == b"DICM":
        return _DICOM
    if content[344:348] in (b"n+1\0", b"ni1\0"):
        return _SCANNED.format("a NIfTI file of medicine", "nibabel")
    if content[208:212] == b"MAP ":
        return _SCANNED.format("an MRC file of electron microscopes", "mrcfile")
    if content[:4] == b"RIFF" and content[8:12] != b"WEBP":
        return {b"AVI ": _FILM, b"WAVE": _SOUND}.get(content[8:12], "is no picture that can be read; save it as PNG")
    if content.startswith(b"\xff\xd8\xff"):
        return _cause_of_jpeg(content)
    if content.startswith(_OURS):
        return "is damaged or cut short at its start; copy or download it again"
    return _cause_of_text(content)


def _cause_of_text(content):
    text = content[:4096].replace(b"\0", b"").lower()  # with zeros between its letters, it is UTF-16
    if re.search(rb"<!doctype html|<html|<head|<body", text):
        return "is a web page; the picture itself is saved with a right click on it (Save image as…)"
    if b"<svg" in text:
        return "is an SVG drawing, made of lines and not of pixels; export it as PNG"
    if text.startswith(b"[internetshortcut]"):
        return "is a link to a web page; open it, and save the picture with a right click on it"
    if text.startswith(b"data:image/"):
        return "is a picture written as text (base64); what follows the comma is read with base64.b64decode"
    if all(byte >= 32 or byte in b"\t\n\r\f" for byte in content[:512]):
        return "holds text, and is no picture that can be read; open it in an editor to see what it is"
    return "is no picture that can be read; save it as PNG or JPEG and try again"


def _cause_of_boxes(content):
    brands = content[8 : max(16, int.from_bytes(content[:4], "big"))]
    if content[4:8] == b"JXL " or content[8:12] == b"jxl ":
        return _STARTS[b"\xff\x0a"]
    if content[8:12] == b"crx ":
        return _RAW_TOLD
    if any(brand in brands for brand in _HEIC) or (content[8:12] in (b"mif1", b"msf1") and b"avif" not in brands):
        return (
            "is an iPhone picture (HEIC); install the package pillow-heif, or export it as JPEG. New ones come as "
            "JPEG with Settings > Camera > Formats > Most Compatible"
        )
    if any(brand in brands for brand in _AVIF):
        return "is damaged or cut short at its start; copy or download it again"
    return _FILM


def _cause_of_jpeg(content):
    frame = re.search(rb"\xff([\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf\xf7])\x00.(.)", content, re.DOTALL)
    if frame and (frame[1][0] in _LOST_IN_JPEG or frame[2][0] > 8):
        kind = _LOST_IN_JPEG.get(frame[1][0], f"with {frame[2][0]} bits")
        return f"is a JPEG {kind}, as medicine uses it; export it as PNG or TIFF"
    return "is damaged or cut short at its start; copy or download it again"


def _cause_of_tiff(content):
    try:
        tags = tags_in(content)
        kinds, bits = tags.get(KIND_OF_NUMBER, [1]), tags.get(BITS, [1])
        channels = f"{len(bits)} channels" if len(bits) > 1 else "one channel"
        packed = _COMPRESSIONS.get(tags.get(COMPRESSION, [1])[0], ", compressed in a rare way")
        numbers = f"{bits[0]}-bit {_KINDS.get(kinds[0], 'numbers')} in {channels}{packed}"
    except Exception:  # damaged files make Pillow raise nearly anything
        return "is a damaged TIFF picture; copy or download it again"
    return (
        f"is a TIFF picture of {numbers}, which data.read does not read; "
        "save it uncompressed, with 8 or 16 bits a channel or as floats of 32 bits (in Fiji: Image > Type)"
    )


def missing(given, path):
    """Return why there is no file of the name `given`, which stands for `path`."""
    if re.match(r"[a-zA-Z][\w+.-]+:/|data:|www\.", str(given)):
        return (
            f"{given} is an address, not a file; save the picture beside your notebook first, and read it by its name"
        )
    kind = "a folder; add the name of a picture in it" if _holds(path.is_dir) else ""
    if kind:
        return f"{path} is {kind}: {_pictures_in(path)}"
    here = path.parent if _holds(path.parent.is_dir) else Path()
    return f"there is no file {path}; {here.resolve()} holds {_pictures_in(here)}"


def _holds(question):
    try:
        return question()
    except OSError:
        return False


def _pictures_in(folder):
    try:
        pictures = sorted(p.name for p in folder.iterdir() if p.suffix.lower() in _SUFFIXES)[:10]
    except OSError:
        return "what you may not see"
    return ", ".join(pictures) or "no pictures"
