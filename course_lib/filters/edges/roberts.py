"""Roberts' cross: the differences along the diagonals of each 2x2 block."""

from ..stencils import in_bands, root_of_mean_square


def roberts(image, mask=None):
    """Find edges with Roberts' cross: the differences along both diagonals of each 2x2 block.

    out[r, c] = sqrt(((image[r+1, c+1] - image[r, c])^2 + (image[r+1, c] - image[r, c+1])^2) / 2)

    Parameters
    ----------
    image, mask : (rows, cols) arrays
        As in `course_lib.filters.sobel`.

    Returns
    -------
    (rows, cols) array, float32 for float32 and float16, else float64.

    Raises
    ------
    ValueError
        For a picture or mask that is not 2-D, and unequal shapes.

    Notes
    -----
    Each block is written at its upper left pixel. Beyond the last row and column the picture is mirrored, so the
    last row sees differences along itself only, and the last column too. With a mask the outermost pixels are 0.

    References
    ----------
    L. G. Roberts, Machine perception of three-dimensional solids, MIT 1963.

    Examples
    --------
    >>> import numpy as np
    >>> roberts(np.array([[0.0, 0.0, 1.0], [0.0, 0.0, 1.0]]))
    array([[0., 1., 0.],
           [0., 1., 0.]])
    """

    def strength(p):
        here, east = p[1:-1, 1:-1], p[1:-1, 2:]
        south, southeast = p[2:, 1:-1], p[2:, 2:]
        return root_of_mean_square(southeast - here, south - east)

    return in_bands(strength, image, mask)
