"""A local binary pattern of blocks, word for word: eight questions, eight bits."""

CLOCKWISE = [(0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0)]  # from the upper left block


def block_code(image, row, col, width, height):
    """Return the code of 3 x 3 blocks: a bit for each block around the middle one that is as bright, or brighter.

    Parameters
    ----------
    image : (rows, cols) array
    row, col : int
        The first block's upper left pixel.
    width, height : int
        Columns and rows of one block.

    Returns
    -------
    code : int
        From 0 to 255; the upper left block is the highest bit.

    Examples
    --------
    >>> import numpy as np
    >>> f"{block_code(np.array([[9, 0, 0], [0, 5, 0], [0, 0, 9]]), 0, 0, 1, 1):08b}"
    '10001000'
    """
    part = image[row : row + 3 * height, col : col + 3 * width].astype(float)
    sums = part.reshape(3, height, 3, width).sum(axis=(1, 3))
    bits = [sums[place] >= sums[1, 1] for place in CLOCKWISE]
    return sum(2 ** (7 - k) for k, bit in enumerate(bits) if bit)
