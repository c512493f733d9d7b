"""A picture made into what an explorer takes, together with the code that does the same."""

import numpy as np

from ..base.checks import check_array
from ..color import gray2rgb, rgb2gray
from ..exposure import rescale_intensity
from ..util import img_as_float, img_as_ubyte

QUICK_SIDE = 400  # pixels: of larger pictures every second, third, ... row and column is used, so that sliders answer
DARK = 1 / 16  # of white: where nothing is brighter, the screen is black
UPLOAD_SIDE = 1024  # own pictures are reduced to this for exploring; the original file is not touched
STRETCHED = "{}{:.6g} … {:.6g} shown as 0 … {}: its least value is shown as black, its largest as white."
CONSTANT = "All its pixels have the value {:.6g}, shown as {:.6g}."
REDUCED = "For speed, one row and column in {} is used: {} x {} pixels."


def prepare(image, takes, dtype=None, side=None, code="image"):
    """Return a picture as an explorer takes it, the expression that makes it from `code`, and a note if it is smaller.

    Parameters
    ----------
    image : array
    takes : {"grey", "colour", "any"}
        What the explorer's view needs.
    dtype : dtype, optional
        If it is uint8 or one of floats, the result has the same kind of numbers; if left out, those of `image`.
    side : int, optional
        Of pictures with longer sides, only every second, third, ... row and column is kept.
    code : str
        What makes `image` itself.

    Examples
    --------
    >>> image, code, note = prepare(np.zeros((4, 6, 3), np.uint8), "grey", side=3)
    >>> image.shape, code
    ((2, 3), 'util.img_as_ubyte(color.rgb2gray(image))[::2, ::2]')
    """
    image = check_array(image)
    dtype = image.dtype if dtype is None else dtype
    if takes == "grey" and image.ndim == 3:
        image, code = rgb2gray(image), f"color.rgb2gray({code})"
    if dtype.kind == "f" and image.dtype.kind != "f":
        image, code = img_as_float(image), f"util.img_as_float({code})"
    if dtype == np.uint8 and image.dtype != np.uint8:
        image, code = img_as_ubyte(image), f"util.img_as_ubyte({code})"
    if takes == "colour" and image.ndim == 2:
        image, code = gray2rgb(image), f"color.gray2rgb({code})"
    step = -(-max(image.shape[:2]) // side) if side else 1
    if step == 1:
        return image, code, ""
    smaller = image[::step, ::step]
    return smaller, f"{code}[::{step}, ::{step}]", REDUCED.format(step, *smaller.shape)


def prepare_own(picture, takes, dtype, side=None):
    """Return what `prepare` makes of a learner's picture, its range stretched first if need be, with a note.

    Examples
    --------
    >>> image, code, note = prepare_own(np.array([[0, 4095]], np.uint16), "any", np.dtype(np.uint8))
    >>> image.tolist(), code
    ([[0, 255]], 'util.img_as_ubyte(exposure.rescale_intensity(image, out_range=(0, 1)))')
    """
    picture = check_array(picture)
    if not needs_stretching(picture):
        return prepare(picture, takes, dtype, side)
    stretched = rescale_intensity(picture, out_range=(0, 1))
    code = "exposure.rescale_intensity(image, out_range=(0, 1))"
    image, code, note = prepare(stretched, takes, dtype, side, code)
    low, high, white = picture.min(), picture.max(), 255 if image.dtype == np.uint8 else 1
    told = STRETCHED.format(_bits(picture), low, high, white) if low < high else CONSTANT.format(low, image.max())
    return image, code, f"{told} {note}".strip()


def _bits(picture):
    """Return how many bits whole numbers take, to be told before their range."""
    if picture.dtype.kind == "f" or picture.min() < 0:
        return ""
    bits = int(picture.max()).bit_length()
    return f"{bits} bit{'s' * (bits != 1)}: "


def needs_stretching(picture):
    """Return whether a picture has numbers that its type does not say how to show.

    Cameras of microscopes and telescopes store 10, 12 or 14 bits in numbers of 16: as they are, all would be dark.
    So would masks of 0 and 1 in bytes, and other pictures with no value above a sixteenth of white.

    Examples
    --------
    >>> needs_stretching(np.full((2, 2), 4095, np.uint16)), needs_stretching(np.full((2, 2), 40950, np.uint16))
    (True, False)
    """
    if picture.dtype.kind == "f":
        return bool(picture.min() < 0 or picture.max() > 1 or 0 < picture.max() < DARK)
    if picture.dtype == np.uint8:
        return bool(0 < picture.max() < 255 * DARK)
    return picture.dtype.itemsize > 1 and (picture.dtype != np.uint16 or bool(picture.max() < 2**15))


def read_code(name, picture):
    """Return the line that reads a picture as small as it is explored."""
    reduced = f", max_side={UPLOAD_SIDE}" if max(picture.shape[:2]) == UPLOAD_SIDE else ""
    return f"image = data.read({name!r}{reduced})"


def picture_as_ubyte(image):
    """Return a picture as 0 to 255, whatever its type was."""
    return img_as_ubyte(np.clip(image, 0, 1) if image.dtype.kind == "f" else image)
