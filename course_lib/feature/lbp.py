"""Local binary patterns of blocks: one byte that says which of eight neighbours are as bright as the middle."""

import numpy as np

from ..base.checks import check_grey

LEVELS = 4095  # grey levels are whole numbers, so that sums are exact and equal blocks stay equal

# The eight blocks round the middle one, from the upper left clockwise, in a 3x3 grid read row by row.
CLOCKWISE = [0, 1, 2, 5, 8, 7, 6, 3]
WEIGHTS = np.array([128, 64, 32, 16, 8, 4, 2, 1], np.uint8)


def summed_area_table(image):
    """Return the sums of all pixels above and left of each corner: any block's sum then takes four numbers.

    S[r, c] = sum of image[:r, :c]

    Parameters
    ----------
    image : (rows, cols) array
        Its values, lowest to highest, become 0 … 4095.

    Returns
    -------
    table : (rows + 1, cols + 1) array of uint32, or uint64 for more than 9 million pixels
        Sums beyond the type's range wrap round; the difference that gives a block's sum is right again.

    References
    ----------
    Crow (1984): Summed-Area Tables for Texture Mapping. Viola, Jones (2001), section 2.1.

    Examples
    --------
    >>> import numpy as np
    >>> summed_area_table(np.array([[0.0, 1.0], [1.0, 1.0]]))
    array([[    0,     0,     0],
           [    0,     0,  4095],
           [    0,  4095, 12285]], dtype=uint32)
    """
    levels = check_grey(image).astype(np.float64)
    lowest, highest = levels.min(), levels.max()
    levels -= lowest
    levels *= LEVELS / (highest - lowest) if highest > lowest else 0
    # the largest block is a ninth of the picture, and its sum must fit
    dtype = np.uint32 if levels.size // 9 * LEVELS < 2**32 else np.uint64
    table = np.zeros((levels.shape[0] + 1, levels.shape[1] + 1), dtype)
    inner = table[1:, 1:]
    inner[...] = np.rint(levels, out=levels)
    np.cumsum(inner, axis=0, dtype=dtype, out=inner)
    np.cumsum(inner, axis=1, dtype=dtype, out=inner)
    return table


def lbp_codes(table, rows, cols, width, height):
    """Return the code of 3x3 blocks for each of many upper left corners.

    code = sum_k 2^(7 - k) [block_k >= middle],  k clockwise from the upper left block

    Parameters
    ----------
    table : array from summed_area_table
    rows, cols : (n,) arrays of integers
        Upper left corners. All nine blocks must lie inside.
    width, height : int
        Columns and rows of one block.

    Returns
    -------
    codes : (n,) array of uint8

    References
    ----------
    Zhang et al. (2007): Face Detection Based on Multi-Block LBP Representation.

    Examples
    --------
    >>> import numpy as np
    >>> picture = np.array([[9, 0, 0], [0, 5, 0], [0, 0, 9]])
    >>> f"{lbp_codes(summed_area_table(picture), [0], [0], 1, 1)[0]:08b}"
    '10001000'
    """
    corners = np.asarray(rows, np.intp) * table.shape[1] + np.asarray(cols, np.intp)
    return codes_at(table, corners, np.array([[0, 0, width, height]]))[0]


def codes_at(table, corners, blocks):
    """Return the codes of several features at once, for many windows.

    Parameters
    ----------
    table : array from summed_area_table
    corners : (n,) array of integers
        The windows' upper left corners, as positions in ``table.ravel()``.
    blocks : (k, 4) array of integers
        Each feature's first block in its window: row, col, width, height.

    Returns
    -------
    codes : (k, n) array of uint8
    """
    row, col, width, height = blocks.T[:, :, None]
    down = (row + height * np.arange(4)) * table.shape[1]
    right = col + width * np.arange(4)
    offsets = down[:, :, None] + right[:, None, :]
    # The nine blocks have 4 x 4 corners. What the sums at two corners below each other differ by is a strip from the
    # picture's left border; two strips side by side differ by a block.
    # No position is outside, and "wrap" saves looking for one
    sums = table.ravel().take(offsets[..., None] + corners, mode="wrap")
    strips = sums[:, 1:] - sums[:, :-1]
    block_sums = (strips[:, :, 1:] - strips[:, :, :-1]).reshape(len(blocks), 9, -1)
    bits = (block_sums >= block_sums[:, 4:5])[:, CLOCKWISE]
    return (bits * WEIGHTS[:, None]).sum(axis=1, dtype=np.uint8)
