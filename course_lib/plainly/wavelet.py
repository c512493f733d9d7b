"""What a wavelet denoiser does to details: small ones go."""

import numpy as np


def soft(details, threshold):
    """Return the details, each shortened by `threshold`; what is smaller becomes 0.

    Parameters
    ----------
    details : array of floats
    threshold : float

    Returns
    -------
    array of floats, same shape

    Examples
    --------
    >>> soft(np.array([-3.0, -1.0, 0.5, 2.0]), 1)
    array([-2., -0.,  0.,  1.])
    """
    return np.sign(details) * np.maximum(np.abs(details) - threshold, 0)


def hard(details, threshold):
    """Return the details that reach `threshold` as they are, and 0 for the others.

    Parameters
    ----------
    details : array of floats
    threshold : float

    Returns
    -------
    array of floats, same shape

    Examples
    --------
    >>> hard(np.array([-3.0, -1.0, 0.5, 2.0]), 1)
    array([-3., -1.,  0.,  2.])
    """
    return np.where(np.abs(details) >= threshold, details, 0)
