"""Pictures as one long line of values, row after row.

NumPy goes over a line in one go, where it would take a picture row by row.

In the line, the pixel below is one row's length further on, so all pixels' neighbours in one direction are one slice::

    a b c        the line              a b c d e f g h i
    d e f        its neighbours east   b c d e f g h i
    g h i        its neighbours south  d e f g h i

The price: the neighbour of c is d, which makes no sense. `as_picture` leaves out such columns in the end.
"""

import numpy as np


def fold(line, step, kernel):
    """Return sum_i kernel[i] line[. + i step] for all places where the whole kernel fits in.

    The kernel, of odd length, is the same from both ends, so the values at the same distance from its middle are
    added before they are multiplied.

    >>> fold(np.array([1.0, 0, 0, 0, 1]), 1, np.array([1, 2, 1]))
    array([1., 0., 1.])
    """
    if (kernel == kernel[0]).all():
        out = run_sum(line, step, len(kernel))
        out *= kernel[0]
        return out
    middle = len(kernel) // 2
    length = len(line) - 2 * middle * step
    out = line[middle * step :][:length] * kernel[middle]
    pair = np.empty_like(out)
    for i in range(middle, 0, -1):
        np.add(line[(middle - i) * step :][:length], line[(middle + i) * step :][:length], out=pair)
        pair *= kernel[middle + i]
        out += pair
    return out


def fold_both_ways(picture, down, across):
    """Return the sums of down[i] across[j] picture[. + i, . + j], for all places where both kernels fit in.

    >>> fold_both_ways(np.eye(3), np.array([1, 2, 1]), np.array([1, 2, 1]))
    array([[6.]])
    """
    pixel, row = picture[0, 0].size, picture[0].size  # how far the pixel to the right is, and the one below
    rows, cols, *channels = picture.shape
    line = fold(fold(picture.ravel(), row, down), pixel, across)
    return as_picture(line, row, (rows - len(down) + 1, cols - len(across) + 1, *channels))


def run_sum(line, step, count):
    """Return line[.] + line[. + step] + … of `count` values, for all places that have as many.

    Sums of 2, 4, 8, … values are each made of two smaller ones; those that make up `count` are added: 5 = 1 + 4.

    >>> run_sum(np.arange(5), 1, 3)
    array([3, 6, 9])
    """
    length = len(line) - (count - 1) * step
    total, done = None, 0
    sums, size = line, 1  # sums of `size` values
    while done < count:
        if count & size:
            part = sums[done * step :][:length]
            total = part.copy() if total is None else np.add(total, part, out=total)
            done += size
        if done < count:
            sums = sums[: -size * step] + sums[size * step :]
            size *= 2
    return total


def as_picture(line, step, shape):
    """Return the first values of each `step` of a line, as an array of `shape`. (A view: not a copy.)

    >>> as_picture(np.arange(7), 4, (2, 3))
    array([[0, 1, 2],
           [4, 5, 6]])
    """
    rows, *others = shape
    strides = (step * line.itemsize, line.itemsize)
    # ndarray, in contrast to as_strided, refuses to read past the line's end
    return np.ndarray((rows, int(np.prod(others))), line.dtype, line, 0, strides).reshape(shape)
