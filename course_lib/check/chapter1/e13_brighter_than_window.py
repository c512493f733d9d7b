"""1.13: each pixel is compared with the mean of its own window."""

import functools

import numpy as np
from scipy import ndimage

from ... import data, filters
from ..answers import as_array
from ..exercise import exercise
from ..pictures import random_grey

SIZES = 3, 5, 7, 9, 11, 15


def pictures_and_sizes():
    page, random = data.load("page_dim")[60:140, 30:150], random_grey(15, (30, 24))
    return (page, 7), (random, 5), (random, 9), (random[:20], 3), (np.zeros((20, 20), np.uint8), 7)


ex = exercise(
    "1.13",
    "A threshold for every pixel",
    cases=pictures_and_sizes,
    hints=(
        "What do you have to know for each pixel before you can compare it, and what is the shape of all these numbers?",
        "ndimage.uniform_filter(picture, size) is the mean of every window. What type is its result for a uint8 picture?",
        "Convert to float before you filter, or the means lose their decimals; then image > means.",
    ),
    right="each pixel is compared with its own neighbourhood.",
)


@ex.right
def brighter_than_window(image, size):
    return image > ndimage.uniform_filter(image.astype(float), size, mode="reflect")


def window_mean(image, size, mode="reflect", origin=0):
    return ndimage.uniform_filter(image.astype(float), size, mode=mode, origin=origin)


def above(mean):
    """Return an answer that compares the picture with ``mean(image, size)``."""
    return lambda image, size: image > mean(image, size)


@ex.read
def settled(given, image, size):
    """Take pixels that equal a mean to the last bits as they are in the reference; black ones have to be right."""
    given = as_array(given)
    if given.dtype != bool or given.shape != image.shape:
        return given
    return np.where(ties(image.tobytes(), image.shape, size), brighter_than_window(image, size), given)


@functools.lru_cache(8)
def ties(values, shape, size):
    """Return where a picture equals the mean of a window, of this or another size, whatever lies beyond the border."""
    image = np.frombuffer(values, np.uint8).reshape(shape)
    means = [window_mean(image, size, mode) for mode in ("reflect", "mirror", "nearest", "wrap", "constant")]
    others = {*SIZES, size // 2, size - 1, size + 2, 2 * size + 1} - {1}
    means += [window_mean(image, other) for other in others]
    means += [of_what_there_is(image, size), window_mean(image, size, origin=-(size // 2))]
    return (np.abs(image - means) < 1e-6).any(axis=0) & (image > 0)


ex.right(above(lambda image, size: filters.threshold_local(image, size, method="mean")))
ex.right(above(lambda image, size: ndimage.convolve(image.astype(float), np.ones((size, size)) / size**2)))
ex.right(lambda image, size: image - window_mean(image, size) > 0)


@ex.right
def by_skimage(image, size):
    import skimage

    return image > skimage.filters.threshold_local(image, size, method="mean")


@ex.right
def in_float32(image, size):
    padded = np.pad(image.astype(np.float32), size // 2, mode="symmetric")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (size, size))
    return image > windows.mean(axis=(2, 3))


ex.slip(
    "in an even picture no pixel is brighter than its window, but yours finds some: > and not >=.",
    lambda image, size: image >= window_mean(image, size),
)
INVERTED = "right windows, inverted: True is for pixels brighter than the mean of their window."
ex.slip(INVERTED, lambda image, size: image <= window_mean(image, size))
ex.slip(INVERTED, lambda image, size: image < window_mean(image, size))
ex.slip(
    "the means lost their decimals on the way: a filter of whole numbers gives whole numbers. Convert to float first.",
    above(ndimage.uniform_filter),
)
ex.slip("the means were rounded: leave them as they are.", above(lambda *given: window_mean(*given).round()))
ex.slip("the means were rounded up: leave them as they are.", above(lambda *given: np.ceil(window_mean(*given))))
WRAPPED = "uint8 minus uint8 is never negative: what is darker came out bright. Compare directly, image > means."
ex.slip(WRAPPED, lambda image, size: image - ndimage.uniform_filter(image, size) > 0)
ex.slip(WRAPPED, lambda image, size: image - window_mean(image, size).astype(np.uint8) > 0)
ex.slip("the sums overflowed: uint8 has no room for a window. Convert to float first.")(
    above(lambda image, size: ndimage.convolve(image, np.ones((size, size))) / size**2)
)
TOO_LARGE = "hardly a pixel is marked: the means are too large, or the picture itself. Are they sums (divide by size * size)? Are both on one scale, 0 to 255? Is size used?"
ex.slip(TOO_LARGE, above(lambda image, size: window_mean(image, size) * size**2))
ex.slip(TOO_LARGE, lambda image, size: image / 255 > window_mean(image, size))
ex.slip(
    "the picture goes from 0 to 255, its means from 0 to 1.", above(lambda image, size: window_mean(image / 255, size))
)
ex.slip(
    "these windows are weighted by a Gaussian (the default of threshold_local); asked is the plain mean.",
    above(filters.threshold_local),
)
for share in (2, 3, 6):
    ex.slip("these windows are weighted by a Gaussian; asked is the plain mean of size × size pixels.")(
        above(lambda image, size, share=share: ndimage.gaussian_filter(image.astype(float), size / share))
    )
ex.slip("these windows are weighted by a Gaussian, and wider than size; asked is the plain mean.")(
    above(lambda image, size: ndimage.gaussian_filter(image.astype(float), size))
)
ex.slip("these are medians of the windows; asked are means.", above(ndimage.median_filter))
ex.slip("these are the darkest pixels of the windows; asked are means.", above(ndimage.minimum_filter))
ex.slip("True where the pixel is the brightest of its window; asked is brighter than the mean.")(
    lambda image, size: image >= ndimage.maximum_filter(image, size)
)
ex.slip(
    "one mean for the whole picture: each pixel should have the mean of its own window.",
    lambda image, size: image > image.mean(),
)
ex.slip("one level for the whole picture: each pixel should have the mean of its own window.")(
    lambda image, size: image > filters.threshold_otsu(image) if image.any() else image > 0
)
for level in (100, 127, 128):
    ex.slip("one level for the whole picture: each pixel should have the mean of its own window.")(
        lambda image, size, level=level: image > level
    )
ex.slip("each pixel was compared with the mean of its row: the window is size rows high, and size columns wide.")(
    lambda image, size: image > image.mean(axis=1, keepdims=True)
)
ex.slip("each pixel was compared with the mean of its column: the window is size rows high, and size columns wide.")(
    lambda image, size: image > image.mean(axis=0)
)
ONE_WAY = "the windows reach along one axis only: they are size rows high and size columns wide."
ex.slip(ONE_WAY, above(lambda image, size: window_mean(image, (1, size))))
ex.slip(ONE_WAY, above(lambda image, size: window_mean(image, (size, 1))))
ex.slip("the means were compared with a mean: compare the picture with them.")(
    lambda image, size: window_mean(image, size) > window_mean(image, size).mean()
)
ex.slip("the means were averaged once more: once is enough.")(
    above(lambda image, size: window_mean(window_mean(image, size), size))
)
for offset in (-10, -5, 5, 10):
    ex.slip("the means were raised or lowered by an offset: asked is brighter than the mean itself.")(
        above(lambda image, size, offset=offset: window_mean(image, size) + offset)
    )

REFLECT = 'reflect the picture there (mode="reflect").'
ex.slip(
    "the border was reflected without repeating the edge pixel (SciPy's mirror, NumPy's reflect); asked is SciPy's reflect, NumPy's symmetric.",
    above(lambda image, size: window_mean(image, size, "mirror")),
)
for mode, beyond in {
    "constant": "the windows were filled with black",
    "nearest": "the edge pixel was repeated outwards",
    "wrap": "pixels of the other side came in",
}.items():
    ex.slip(f"at the border {beyond}: {REFLECT}", above(lambda image, size, mode=mode: window_mean(image, size, mode)))


def of_what_there_is(image, size):
    """Return the means of those pixels of each window that lie in the picture."""
    sums, pixels = (np.rint(window_mean(whole, size, "constant") * size**2) for whole in (image, np.ones_like(image)))
    return sums / pixels


def border_left_out(image, size, far):
    """Return the mask with nothing marked at the top and the left, and at the far sides too."""
    half = size // 2
    marked = image > of_what_there_is(image, size)
    marked[:half] = marked[:, :half] = False
    if far:
        marked[-half:] = marked[:, -half:] = False
    return marked


ex.slip(f"at the border the windows were cut off, and hold fewer pixels: {REFLECT}", above(of_what_there_is))
ex.slip(f"the pixels at the border were left out: {REFLECT}", lambda image, size: border_left_out(image, size, True))
ex.slip(
    f"a slice from a negative index is empty, and nothing is marked at the top and the left: {REFLECT}",
    lambda image, size: border_left_out(image, size, False),
)
ex.slip(
    f"the border was cut off: the mask has the shape of the picture. Beyond the border, {REFLECT}",
    lambda image, size: border_left_out(image, size, True)[size // 2 : -(size // 2), size // 2 : -(size // 2)],
    by_shape=True,
)
ex.slip(
    "the windows reach size pixels to each side, and are too large: they are size pixels wide in all.",
    above(lambda image, size: window_mean(image, 2 * size + 1)),
)
ex.slip("the windows are half as wide: they are size pixels wide in all.")(
    above(lambda image, size: window_mean(image, size // 2))
)
ex.slip("the windows are one row and column short: half to half + 1, for a slice ends before its stop.")(
    above(lambda image, size: window_mean(image, size - 1))
)
ex.slip("the windows begin at the pixel; it should lie in their middle.")(
    above(lambda image, size: window_mean(image, size, origin=-(size // 2)))
)
for change in (lambda size: size + 1, lambda size: size + 2, lambda size: size - 2, lambda size: 2 * size):
    ex.slip("the windows have another size: they are size pixels wide in all.")(
        above(lambda image, size, change=change: window_mean(image, change(size)))
    )
for number in SIZES:
    ex.slip(
        "the size that is given was not used: take size, not a number of your own.",
        above(lambda image, size, number=number: window_mean(image, number)),
    )
ex.slip("these are the means of the windows; compare the picture with them.", window_mean)
ex.slip(
    "this is how far each pixel is above its mean; compare with >, which gives True and False.",
    lambda image, size: image - window_mean(image, size),
)
ex.slip("the pixels that are brighter came back, in a row; asked is the mask.", by_shape=True)(
    lambda image, size: image[brighter_than_window(image, size)]
)

ex.wrong("True and False", lambda image, size: brighter_than_window(image, size).astype(int))
ex.slip("darker pixels are marked as well, all that differ from their mean: > alone asks for the brighter ones.")(
    lambda image, size: image != ndimage.uniform_filter(image.astype(float), size)
)
ex.slip("two things: darker pixels are marked, and beyond the border you took black. Ask for >, and reflect.")(
    lambda image, size: image < ndimage.uniform_filter(image.astype(float), size, mode="constant")
)
