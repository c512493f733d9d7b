"""What to do with found faces: cut them out, make them unrecognisable, put them back.

A box is a dict with r, c (upper left corner), width and height, as `Cascade` returns it. Boxes may reach
over the picture's border: the part inside counts. The picture given is never changed.
"""

import numpy as np

from ..base.checks import check_array
from ..base.dtype import as_float, scaled
from ..base.parameters import check_count
from ..filters.smoothing import gaussian
from .merging import box_numbers, check_boxes


def get_face_rectangle(image, box):
    """Cut a face out of a picture.

    face = image[r : r + height, c : c + width]

    Parameters
    ----------
    image : (rows, cols) or (rows, cols, channels) array
        Any number type.
    box : dict
        With r, c, width, height.

    Returns
    -------
    face : array
        A copy of the part of the box that lies inside, with the type of `image`.

    Raises
    ------
    ValueError
        For a box without size, or wholly outside.

    Examples
    --------
    >>> import numpy as np
    >>> get_face_rectangle(np.arange(12).reshape(3, 4), {"r": 1, "c": 2, "width": 5, "height": 2})
    array([[ 6,  7],
           [10, 11]])
    """
    image = _check_picture(image)
    return image[inside(image.shape, box)].copy()


def merge_blurry_face(image, face, box):
    """Put a face back into a picture.

    merged[r : r + height, c : c + width] = face,  merged = image elsewhere

    Parameters
    ----------
    image : (rows, cols) or (rows, cols, channels) array
        Any number type.
    face : array
        Of the size that `get_face_rectangle` gave for this box. Floats from 0 to 1 are scaled where the
        picture holds integers.
    box : dict
        With r, c, width, height.

    Returns
    -------
    merged : array
        A new picture, of the type of `image`.

    Raises
    ------
    ValueError
        For a face of another size, a box without size, or wholly outside.

    Examples
    --------
    >>> import numpy as np
    >>> merge_blurry_face(np.zeros((2, 3), np.uint8), [[1.0]], {"r": 1, "c": 2, "width": 1, "height": 1})
    array([[  0,   0,   0],
           [  0,   0, 255]], dtype=uint8)
    """
    merged = _check_picture(image).copy()
    face = check_array(face, "face")
    part = inside(merged.shape, box)
    if face.shape != merged[part].shape:
        raise ValueError(f"expected a face of the box's shape in the picture, {merged[part].shape}, got {face.shape}")
    merged[part] = _to_type(face, merged.dtype)
    return merged


def blur_faces(image, detections, sigma=8.0):
    """Blur each face with a Gaussian.

    Each box becomes  G_sigma * box;  the rest stays.

    Parameters
    ----------
    image : (rows, cols) or (rows, cols, channels) array
        Any number type.
    detections : list of dict
        Any number of boxes, from `Cascade.detect_multi_scale`.
    sigma : float
        Standard deviation in pixels. A tenth of the width hides a face from a glance. A blur is a known
        sum of the pixels: it can be undone in part, and whoever blurs another picture of the same person in the same
        way can compare. To be sure, paint over.

    Returns
    -------
    blurred : array
        A new picture, of the type of `image`.

    Raises
    ------
    ValueError
        For what is no picture or no list of boxes, boxes without size or outside, and a negative sigma.

    Notes
    -----
    The face is cut out first, so nothing from outside flows in: at its border the nearest pixels are repeated. Where
    two boxes overlap, the overlap is blurred twice. The cost grows with the pixels of the faces.

    Examples
    --------
    >>> import numpy as np
    >>> stripe = np.array([[0.0, 1.0, 0.0, 1.0]] * 3)
    >>> blur_faces(stripe, [{"r": 0, "c": 0, "width": 2, "height": 3}], sigma=9)[1].round(2)
    array([0.48, 0.52, 0.  , 1.  ])
    """

    def blurred(face):
        return gaussian(scaled(face), sigma, channel_axis=-1 if face.ndim == 3 else None)

    return _change_faces(image, detections, blurred)


def pixelate_faces(image, detections, blocks=8):
    """Replace each face by a few blocks of one colour: the mean of what was there.

    out[block] = mean(image[block])

    Parameters
    ----------
    image : (rows, cols) or (rows, cols, channels) array
        Any number type.
    detections : list of dict
        Any number of boxes, from `Cascade.detect_multi_scale`.
    blocks : int
        Blocks along each side, 8 where left out. The fewer, the less is left of a face. They hide it from a glance, not
        from a comparison: in colour, even one block tells people apart. To be sure, paint over:
        `image[r : r + height, c : c + width] = 0`.

    Returns
    -------
    pixelated : array
        A new picture, of the type of `image`.

    Raises
    ------
    ValueError
        For what is no picture or no list of boxes, boxes without size or outside, and less than one block.
    TypeError
        For blocks that are no whole number.

    Notes
    -----
    A face of fewer pixels than blocks keeps its pixels. Where two boxes overlap, the overlap is changed twice.

    Examples
    --------
    >>> import numpy as np
    >>> ramp = np.array([[0.0, 1.0, 2.0, 3.0]])
    >>> pixelate_faces(ramp, [{"r": 0, "c": 0, "width": 4, "height": 1}], blocks=2)
    array([[0.5, 0.5, 2.5, 2.5]])
    """
    blocks = check_count("blocks", blocks)
    return _change_faces(image, detections, lambda face: pixelate(scaled(face), blocks))


def pixelate(image, blocks):
    """Replace a picture by `blocks` x `blocks` means (fewer where it has fewer pixels).

    Examples
    --------
    >>> import numpy as np
    >>> pixelate(np.eye(4), 2)
    array([[0.5, 0.5, 0. , 0. ],
           [0.5, 0.5, 0. , 0. ],
           [0. , 0. , 0.5, 0.5],
           [0. , 0. , 0.5, 0.5]])
    """
    for axis in (0, 1):
        size = image.shape[axis]
        starts = np.arange(min(blocks, size)) * size // min(blocks, size)
        widths = np.diff(starts, append=size)
        sums = np.add.reduceat(image, starts, axis=axis)
        means = sums / np.expand_dims(widths, tuple(a for a in range(image.ndim) if a != axis))
        image = np.repeat(means, widths, axis=axis)
    return image


def inside(shape, box):
    """Return the slices (rows, cols) of a box, cut at the border of a picture of this shape.

    Examples
    --------
    >>> inside((10, 10), {"r": -2, "c": 7, "width": 6, "height": 5})
    (slice(0, 3, None), slice(7, 10, None))
    """
    row, col, width, height = box_numbers(box)
    rows = slice(max(row, 0), min(row + height, shape[0]))
    cols = slice(max(col, 0), min(col + width, shape[1]))
    if rows.start >= rows.stop or cols.start >= cols.stop:
        raise ValueError(f"the box {box!r} lies outside the picture of shape {shape}; is r the row and c the column?")
    return rows, cols


def _change_faces(image, detections, change):
    """Cut out, change and merge back one face after the other; an overlap is changed twice."""
    image = _check_picture(image)
    for box in check_boxes(detections):
        image = merge_blurry_face(image, change(get_face_rectangle(image, box)), box)
    return image.copy()


def _to_type(face, dtype):
    """Return the face in the picture's type: 0 … 1 becomes the integers' range."""
    if face.dtype == dtype:
        return face
    face = as_float(face)
    if dtype.kind == "b":
        return face > 0.5
    if dtype.kind == "f":
        return face.astype(dtype)
    limits = np.iinfo(dtype)
    largest = limits.max - limits.max // 2**53  # the largest whole number that a float can hold exactly
    return np.clip(np.rint(face * float(limits.max)), float(limits.min), float(largest)).astype(dtype)


def _check_picture(image):
    array = check_array(image)
    if array.ndim not in (2, 3):
        raise ValueError(f"expected a picture (rows, cols) or (rows, cols, channels), got shape {array.shape}")
    return array
