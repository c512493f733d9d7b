"""Daubechies' orthogonal wavelets, and the transform of a picture into bands and back."""

import itertools
import math

import numpy as np

from ..base.padding import pad

LARGEST = {"db": 10, "sym": 6}  # vanishing moments up to which the filters are exact to about 1e-10


def wavelet_filter(name):
    """Return the 2 N numbers of an orthogonal low-pass filter with N vanishing moments.

    |h(ω)|² = 2 cos²(ω/2)^N P(sin²(ω/2)), P(y) = Σ_k C(N - 1 + k, k) y^k; h is one of its factors.

    Parameters
    ----------
    name : str
        "haar"; "db1" to "db10", whose energy comes as early as possible; "sym2" to "sym6", the most symmetric.

    Notes
    -----
    The filters sum to √2 and are orthonormal to their own shifts by 2. "haar" and "db1" are the same.

    References
    ----------
    I. Daubechies, "Ten Lectures on Wavelets" (1992), chapters 6 and 8.

    Examples
    --------
    >>> wavelet_filter("db2").round(4)
    array([ 0.483 ,  0.8365,  0.2241, -0.1294])
    """
    family, moments = _family_and_moments(name)
    coefficients = [math.comb(moments - 1 + k, k) for k in range(moments)]
    roots = np.roots(coefficients[::-1])
    upper = [_inner_root(y) for y in roots if y.imag >= -1e-12]  # the others are their conjugates
    if family == "db" or moments < 4:  # up to three moments there is nothing to choose
        return _from_roots(upper, moments)
    choices = itertools.product(*[(z, 1 / z) for z in upper[1:]])  # turning all of them over mirrors the filter
    filters = [_from_roots([upper[0], *choice], moments) for choice in choices]
    best = min(filters, key=_crookedness)
    # Backwards it is as symmetric: of the two, take the one whose numbers lie more towards the end
    return max(best, best[::-1], key=lambda h: np.arange(len(h)) @ h)


def _inner_root(y):
    """Return the z inside the unit circle with (2 - z - 1/z) / 4 = y, which on the circle is sin²(ω/2)."""
    half = 1 - 2 * y
    z = half + np.sqrt(complex(half**2 - 1))
    return z if abs(z) < 1 else 1 / z


def _from_roots(roots, moments):
    """Return the filter with these roots, their conjugates, and -1 as often as it has vanishing moments."""
    every = [-1.0] * moments
    for z in roots:
        every += [z.real] if abs(z.imag) < 1e-9 else [z, z.conjugate()]
    h = np.real(np.poly(every))
    return h * (math.sqrt(2) / h.sum())


def _crookedness(h):
    """Return how far the filter's phase is from a straight line, over the frequencies that it lets through."""
    response = np.fft.rfft(h, 256)[:100]
    phase = np.unwrap(np.angle(response))
    at = np.arange(len(phase))
    weights = np.abs(response)
    return np.abs(np.polynomial.Polynomial.fit(at, phase, 1, w=weights)(at) - phase) @ weights


def _family_and_moments(name):
    wanted = "db1" if name == "haar" else name
    for family, largest in LARGEST.items():
        smallest = 1 if family == "db" else 2
        for moments in range(smallest, largest + 1):
            if wanted == f"{family}{moments}":
                return family, moments
    raise ValueError(f"unknown wavelet {name!r}; choose haar, db1 to db{LARGEST['db']}, or sym2 to sym{LARGEST['sym']}")


def high_pass(low):
    """Return the filter of the details: the low-pass one backwards with every second sign changed."""
    return low[::-1] * (-1.0) ** np.arange(len(low))


def max_level(shape, low):
    """Return how often a picture can be split before the filter is longer than what is left."""
    doublings = min(shape) // (len(low) - 1)
    return doublings.bit_length() - 1 if doublings else 0


def split(values, low):
    """Return the low and the high band along the first axis, each of half the length.

    band[k] = Σ_j filter[j] values[2 k + 2 - L + j], L the filter's length; the ends are mirrored.
    """
    length = len(low)
    count = (len(values) + length - 1) // 2
    extended = pad(values, [(length - 2, length - 1), (0, 0)], "reflect")
    halves = [extended[phase::2].copy(order="K") for phase in (0, 1)]  # neighbours side by side: faster to sum
    # extended[2 k + j] for all k: item k + j // 2 of the half with the even places (for even j) or with the odd ones
    taps = [halves[j % 2][j // 2 : j // 2 + count] for j in range(length)]
    return [sum_of_products(taps, numbers) for numbers in (low, high_pass(low))]


def merge(low_band, high_band, low, size):
    """Return the first `size` values that `split` made these bands of.

    Every number of a band goes back to where `split` read it, by the same filters: they are orthonormal, so this
    undoes the splitting.
    """
    length, count = len(low), len(low_band)
    high = high_pass(low)
    values = np.zeros((2 * count + length - 2, *low_band.shape[1:]), low_band.dtype)
    for phase in (0, 1):
        for j in range(phase, length, 2):
            values[j : j + 2 * count : 2] += sum_of_products([low_band, high_band], [low[j], high[j]])
    return values[length - 2 : length - 2 + size]


def sum_of_products(arrays, numbers):
    """Return Σ number · array, without making more than one array for the products."""
    kind = arrays[0].dtype.type
    total = arrays[0] * kind(numbers[0])
    product = np.empty_like(total)
    for array, number in zip(arrays[1:], numbers[1:], strict=True):
        total += np.multiply(array, kind(number), out=product)
    return total


def split_picture(image, low):
    """Return the four bands of a picture, a quarter of its size each: averages (a) and details (d).

    The first letter says how the columns were split, from top to bottom; the second how the rows were, from left to
    right. A picture with one horizontal edge, within a pair of rows, has nothing but averages along the rows:

    >>> bands = split_picture(np.array([[0.0, 0.0], [1.0, 1.0]]), wavelet_filter("haar"))
    >>> {name: round(abs(band.item()), 2) for name, band in bands.items()}
    {'aa': 1.0, 'ad': 0.0, 'da': 1.0, 'dd': 0.0}
    """
    bands = {}
    for first, half in zip("ad", split(image, low), strict=True):
        for second, band in zip("ad", split(half.T, low), strict=True):
            bands[first + second] = band.T
    return bands


def merge_picture(bands, low, shape):
    """Return the picture of this shape that `split_picture` made these bands of."""
    halves = [merge(bands[first + "a"].T, bands[first + "d"].T, low, shape[1]).T for first in "ad"]
    return merge(*halves, low, shape[0])


def decompose(image, low, levels):
    """Return the smooth rest and the details {"ad", "da", "dd"} of each level, coarse to fine."""
    details = []
    for _ in range(levels):
        bands = split_picture(image, low)
        image = bands.pop("aa")
        details.insert(0, bands)
    return image, details


def reconstruct(smooth, details, low, shape):
    """Return the picture of this shape that `decompose` took apart."""
    shapes = [bands["dd"].shape for bands in details[1:]] + [shape]
    for bands, size in zip(details, shapes, strict=True):
        smooth = merge_picture({"aa": smooth, **bands}, low, size)
    return smooth
