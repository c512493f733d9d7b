"""Resizing: smooth away what the result is too small to show, then sample. Both are a matrix along each axis."""

import numpy as np
from scipy import sparse

from ..base.bands import fill
from ..base.channels import accepts_channel_axis
from ..base.checks import check_image
from ..base.kernels import gaussian_kernel
from ..base.parameters import check_border, check_room
from .sampling import border_index, check_shape, check_transform, keep_range


def resize(
    image,
    output_shape,
    order=None,
    mode="reflect",
    cval=0,
    clip=True,
    preserve_range=False,
    anti_aliasing=None,
    anti_aliasing_sigma=None,
):
    """Make a picture of another shape.

    out = R image C^T,  where R and C sample (and smooth before) along rows and columns

    The pixel i of n comes from (i + 1/2) N / n - 1/2 of N: the pictures agree at their outer borders.

    Parameters
    ----------
    image : (rows, cols) or (rows, cols, channels) array
        Any number type. With order 1, integers are scaled to [0, 1] (signed: [-1, 1]).
    output_shape : (rows, cols) or (rows, cols, channels)
        The number of channels cannot change.
    order : 0 or 1, optional
        0 takes the nearest pixel, as labels need, which have no mean; 1 (usual, except for bool) interpolates.
    mode, cval : str, float
        Border rule by numpy.pad's names: reflect, symmetric, edge, wrap, constant (the value `cval`).
    clip : bool
        Keep interpolated values within the picture's range (matters for a `cval` outside of it).
    preserve_range : bool
        Keep the values of integers instead of scaling them.
    anti_aliasing : bool, optional
        Smooth with a Gaussian before an axis is made smaller, or fine patterns turn into false coarse ones.
        On where left out, except for bool and integers with order 0.
    anti_aliasing_sigma : float or (sigma_rows, sigma_cols), optional
        In pixels of `image`; (factor - 1) / 2 where left out, for an axis made smaller by `factor`.
        A given sigma also smooths axes that do not shrink.

    Returns
    -------
    array, float32 for float32 and float16, else float64; with order 0, bool and integers keep their dtype and
    values.

    Raises
    ------
    ValueError
        For a shape that is not made of positive whole numbers, a negative sigma, an unknown mode or order,
        anti-aliasing for bool or integers with order 0, a picture that is not 2-D (or 2-D with channels).

    Notes
    -----
    Cost: two products for each pixel made along each axis, plus the kernel's length with anti-aliasing. The same
    to rounding as scikit-image, which is free to choose another pixel where two are equally near (order 0).

    References
    ----------
    A. K. Jain, Fundamentals of Digital Image Processing, 1989 (aliasing).

    Examples
    --------
    >>> resize(np.array([[0.0, 1.0]]), (1, 4))
    array([[0.25, 0.25, 0.75, 0.75]])
    """
    image, order = check_transform(image, order, mode, preserve_range)
    shape = check_shape(output_shape, image)
    return _resize(image, shape, order, mode, cval, clip, anti_aliasing, anti_aliasing_sigma)


def _resize(image, shape, order, mode, cval, clip, anti_aliasing, anti_aliasing_sigma):
    check_room("the new shape", (*shape, *image.shape[2:]), 2**28)
    check_border(cval)
    smaller = any(new < old for new, old in zip(shape, image.shape, strict=False))
    if anti_aliasing and image.dtype.kind != "f":
        raise ValueError("order 0 only picks pixels of bool or integers: use anti_aliasing=False, or order=1")
    sigmas = (0, 0)
    if anti_aliasing or (anti_aliasing is None and smaller and image.dtype.kind == "f"):
        sigmas = _sigmas(image.shape, shape, anti_aliasing_sigma)
    out = _resample(image, shape, order, sigmas, mode, cval)
    return keep_range(out, image, mode, cval) if clip and (order or any(sigmas)) else out


@accepts_channel_axis
def rescale(
    image,
    scale,
    order=None,
    mode="reflect",
    cval=0,
    clip=True,
    preserve_range=False,
    anti_aliasing=None,
    anti_aliasing_sigma=None,
    *,
    channel_axis=None,
):
    """Make a picture larger or smaller by a factor: `resize` to round(scale rows), round(scale cols).

    Parameters
    ----------
    image : (rows, cols) array, or (rows, cols, channels) with channel_axis=-1
        Any number type.
    scale : float or (scale_rows, scale_cols)
        Above 0; 3 makes the picture three times as high and wide, 1/4 a quarter.
    channel_axis : None or int
        None for a grey picture, -1 for colours in the last axis.
    order, mode, cval, clip, preserve_range, anti_aliasing, anti_aliasing_sigma
        As in `resize`, which also tells the result's dtype.

    Returns
    -------
    array of at least one pixel along each axis.

    Raises
    ------
    ValueError
        For a scale that is not above 0, and as in `resize`.

    Examples
    --------
    >>> rescale(np.array([[0.0, 1.0]]), (1, 2))
    array([[0.25, 0.25, 0.75, 0.75]])
    """
    image, order = check_transform(
        image, order, mode, preserve_range, lambda picture: check_image(picture, channel_axis)
    )
    scales = np.asarray(scale)
    if (
        scales.dtype.kind not in "uif"
        or scales.shape not in ((), (2,))
        or not np.isfinite(scales).all()
        or (scales <= 0).any()
    ):
        raise ValueError(f"expected the scale as one number above 0, or as (scale_rows, scale_cols), got {scale!r}")
    shape = [max(1, round(size)) for size in (scales * image.shape[:2]).tolist()]
    return _resize(image, shape, order, mode, cval, clip, anti_aliasing, anti_aliasing_sigma)


def smoothing_matrix(length, sigma, mode):
    """Return the (length, length) sparse matrix that lays a Gaussian over a line.

    >>> smoothing_matrix(3, 0.5, "edge").toarray().round(3)
    array([[0.893, 0.106, 0.   ],
           [0.107, 0.787, 0.107],
           [0.   , 0.106, 0.893]])
    """
    kernel = gaussian_kernel(sigma)
    columns = np.arange(length)[:, None] + np.arange(len(kernel)) - len(kernel) // 2
    return _matrix(columns, np.broadcast_to(kernel, columns.shape), length, mode)


def sampling_matrix(length, new_length, mode):
    """Return the (new_length, length) sparse matrix that interpolates a line at other places.

    >>> sampling_matrix(2, 4, "edge").toarray()
    array([[1.  , 0.  ],
           [0.75, 0.25],
           [0.25, 0.75],
           [0.  , 1.  ]])
    """
    left, share = neighbours(length, new_length)
    return _matrix(np.stack([left, left + 1], axis=1), np.stack([1 - share, share], axis=1), length, mode)


def neighbours(length, new_length):
    """Return the pixel to the left of each new place, and how far between it and the next one the place lies.

    >>> neighbours(2, 4)
    (array([-1,  0,  0,  1]), array([0.75, 0.25, 0.75, 0.25]))
    """
    place = (np.arange(new_length) + 0.5) * length / new_length - 0.5
    left = np.floor(place)
    return left.astype(int), place - left


def _matrix(columns, weights, length, mode):
    # columns outside the line stand for a column inside, by the border rule, or for nothing
    columns = border_index(columns, length, mode)
    rows = np.broadcast_to(np.arange(len(columns))[:, None], columns.shape)
    inside = columns >= 0
    shape = len(columns), length
    return sparse.coo_array((weights[inside], (rows[inside], columns[inside])), shape).tocsr()


def _resample(image, shape, order, sigmas, mode, cval):
    offset = cval if mode == "constant" and image.dtype.kind == "f" else 0
    out = image - image.dtype.type(offset) if offset else image  # a border of `cval` becomes one of zeros
    for axis in sorted((0, 1), key=lambda axis: shape[axis] / image.shape[axis]):  # the one that leaves less first
        length, new_length = image.shape[axis], shape[axis]
        if order and sigmas[axis]:
            matrix = sampling_matrix(length, new_length, mode) @ smoothing_matrix(length, sigmas[axis], mode)
            out = _apply(matrix, out, axis)
            continue
        if sigmas[axis]:
            out = _apply(smoothing_matrix(length, sigmas[axis], mode), out, axis)
        left, share = neighbours(length, new_length)
        out = (
            _interpolate(out, left, share, axis, mode) if order else out.take(left + (share >= 0.5), axis, mode="clip")
        )
    return out + image.dtype.type(offset) if offset else out


def _apply(matrix, image, axis):
    lines = np.moveaxis(image, axis, 0)
    result = matrix.astype(image.dtype) @ lines.reshape(len(lines), -1)
    return np.ascontiguousarray(np.moveaxis(result.reshape(-1, *lines.shape[1:]), 0, axis))


def _interpolate(image, left, share, axis, mode):
    length = image.shape[axis]
    share = share.astype(image.dtype).reshape(-1, *[1] * (image.ndim - 1 - axis))
    if mode == "constant":  # one zero before the first pixel and one after the last
        image = np.pad(image, [(1, 1) if a == axis else (0, 0) for a in range(image.ndim)])
        left, right = left + 1, left + 2
    else:
        left, right = border_index(left, length, mode), border_index(left + 1, length, mode)

    def blend(band, place):
        # across: some rows, all places on them; down: all of the rows, some places
        rows, places = (slice(None), band) if axis == 0 else (band, slice(None))
        a, b = image[rows].take(left[places], axis, mode="clip"), image[rows].take(right[places], axis, mode="clip")
        b -= a
        b *= share[places]
        np.add(a, b, out=place)

    out = np.empty((*image.shape[:axis], len(left), *image.shape[axis + 1 :]), image.dtype)
    return fill(out, blend, out[0].nbytes)


def _sigmas(shape, new_shape, sigma):
    if sigma is None:
        return [max(0.0, (old / new - 1) / 2) for old, new in zip(shape, new_shape, strict=False)]
    sigmas = np.asarray(sigma, float)
    if sigmas.shape not in ((), (2,)) or not (np.isfinite(sigmas).all() and (sigmas >= 0).all()):
        raise ValueError(f"anti_aliasing_sigma is one width in pixels, 0 or more, or one for each axis, got {sigma!r}")
    return np.broadcast_to(sigmas, 2).tolist()
