"""The negative."""

from ..base.checks import check_array
from ..base.dtype import as_float


def invert(image, signed_float=False):
    """Return the negative of a picture: what was dark is bright.

    out = white - image

    Parameters
    ----------
    image : array
        White is the largest value of an unsigned type, 1 for floats, True for bool.
    signed_float : bool
        The floats lie in [-1, 1]: out = -image.

    Returns
    -------
    array of the same shape and type (float16 becomes float32)
        Signed integers are mirrored at -1/2, so that the least and the largest value change places.

    Raises
    ------
    ValueError
        For an empty picture, NaN and infinite values.

    Notes
    -----
    Twice inverted is the picture again, exactly so for integers and bool.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., section 3.2, "Image negatives".

    Examples
    --------
    >>> import numpy as np
    >>> invert(np.array([[0, 100, 255]], dtype=np.uint8))
    array([[255, 155,   0]], dtype=uint8)
    """
    image = check_array(image)
    if image.dtype.kind in "bui":
        return ~image  # in two's complement this is max - image, and -1 - image for signed types
    return -as_float(image) if signed_float else 1 - as_float(image)
