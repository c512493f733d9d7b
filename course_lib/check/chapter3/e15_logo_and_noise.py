"""3.15: the project of chapter 3, a photograph with a logo and noise."""

import numpy as np
from scipy import ndimage

from ... import data, filters, restoration, util
from ..answers import Wrong, as_array, call
from ..compare import rounded_down
from ..exercise import exercise
from ..later import skimage
from .e06_decibels import psnr

GOAL, GOAL_INSIDE = 26.0, 18.0  # dB, over the whole picture, and where the logo was
NEAR = 26.4  # dB around the logo, from which on the rest is a matter of the filling
MAGENTA = 0.6  # how much more magenta than the clean picture a pixel is that still has logo in it
NOISY, SMOOTH = 0.95, 0.53  # contrast of neighbours against the clean picture's: above and below, the strength is wrong

ex = exercise(
    "3.15",
    "Project: a logo and noise",
    hints=(
        "Three steps: a mask of the logo, filling it, taking off the noise. What does the filling start from in each order?",
        "The logo's colour is exact, so mask = (image == [1, 0, 1]).all(axis=-1), made before anything else. The filling "
        "goes on from the pixels of the rim: they should be without noise, and without magenta.",
        "The bilateral filter does not mix colours as far apart as the logo and the hill. So: denoise_bilateral with "
        "sigma_color=0.25, sigma_spatial=2, mode='edge', channel_axis=-1, then inpaint_biharmonic.",
    ),
    cases=lambda: [photograph()[1]],  # what look shows
    right="the logo is gone, and so is most of the noise.",
)


def photograph(turned=False):
    """Return the clean photograph, the one with a logo and noise, and the logo's mask; all three may be upside down."""
    clean = util.img_as_float(data.load("landscape")[150:350, 200:456])
    rows, cols = np.mgrid[:200, :256]
    disc = (rows - 45) ** 2 + (cols - 205) ** 2 < 24**2
    mask = disc & ~((np.abs(rows - 45) < 5) & (np.abs(cols - 205) < 15))
    if turned:
        clean, mask = clean[::-1, ::-1], mask[::-1, ::-1]
    noisy = util.random_noise(clean, var=0.01, rng=55 + turned)
    noisy[mask] = [1.0, 0.0, 1.0]
    return np.ascontiguousarray(clean), noisy, mask


@ex.right
def restore(image):
    mask = (image == [1, 0, 1]).all(axis=-1)
    # the bilateral filter does not mix the magenta with the hill, so the rim is clean when the filling starts from it
    calm = restoration.denoise_bilateral(image, sigma_color=0.25, sigma_spatial=2, mode="edge", channel_axis=-1)
    return restoration.inpaint_biharmonic(calm, mask, channel_axis=-1)


@ex.judge
def judge(answer):
    reached = []
    for turned in (False, True):
        clean, image, mask = photograph(turned)
        given = as_picture(as_array(call(answer, image)), clean.shape)
        score, inside = psnr(clean, given), psnr(clean[mask], given[mask])
        if advice := left_over(clean, image, mask, given):
            told = f"PSNR {rounded_down(score, 2)} dB of the {GOAL:.0f} asked for, and {rounded_down(inside, 1)} dB of {GOAL_INSIDE:.0f} where the logo was: "
            if turned and about_logo(clean, mask, given):
                told = "right as it came, but not upside down: find the logo by its colour, not by its place. " + told
            raise Wrong(told + advice, input=image, expected=clean, yours=given)
        reached.append(score)
    return f"PSNR {rounded_down(min(reached), 2)} dB:"


def left_over(clean, image, mask, given):
    """Return what to do about what is left of logo and noise, or None where both goals are reached."""
    logo_left = about_logo(clean, mask, given)
    if not logo_left and psnr(clean, given) >= GOAL and psnr(clean[mask], given[mask]) >= GOAL_INSIDE:
        return None
    return logo_left or about_colours(clean, given) or about_noise(clean, image, mask, given)


def as_picture(given, shape):
    """Return a result cut to the range from 0 to 1, or say why it is not a picture."""
    if given.shape != shape:
        raise Wrong(f"the result should have the shape {shape}; yours has {given.shape}.")
    if given.dtype.kind != "f" or not np.isfinite(given).all() or given.max() > 2:
        raise Wrong("expected floats from 0 to 1, as the functions of restoration return them.")
    return given.clip(0, 1)


def magenta(pixels):
    return pixels @ [0.5, -1, 0.5]


def about_logo(clean, mask, given):
    """Return what is left of the logo, or None."""
    more = (magenta(given) - magenta(clean))[mask]
    if np.quantile(magenta(given[mask]), 0.9) > 0.97:
        return "the logo is still there: make its mask, before a denoiser changes its colour, and fill it."
    if given[mask].std(axis=0).max() < 0.03:
        return "where the logo was there is one even colour now: fill it from the pixels of its rim."
    if psnr(clean[mask], given[mask]) < GOAL_INSIDE and more.mean() > 0.1:
        return (
            "the logo is smeared. Did the denoiser carry the magenta over the rim of your mask? "
            "Widen the mask, or take a denoiser that does not mix colours so far apart: a smaller sigma_color, for example."
        )
    if (count := (more > MAGENTA).sum()) > 5:
        return f"{count} pixels of the logo are magenta still: does your mask have all of it?"
    return None


def about_colours(clean, given):
    """Return what became of the picture as a whole, and of its colours, or None."""
    if psnr(clean, given[::-1]) > psnr(clean, given) + 3:
        return "the picture stands on its head: return it as it came."
    if abs(np.mean(given - clean)) > 0.03:
        return "the picture became brighter or darker: neither filling nor denoising does that."
    if psnr(clean, given[..., ::-1]) > psnr(clean, given) + 1:
        return "red and blue are exchanged: some libraries have blue first."
    colourful = [np.ptp(ndimage.uniform_filter(a, (9, 9, 1)), axis=-1).mean() for a in (given, clean)]
    if colourful[0] < 0.8 * colourful[1]:
        return "the colours have faded: a filter that knows nothing of channels mixes red, green and blue. channel_axis=-1."
    return None


def about_noise(clean, image, mask, given):
    """Return what to turn next, where the logo is gone."""
    outside, noisy = psnr(clean[~mask], given[~mask]), psnr(clean[~mask], image[~mask])
    if outside < noisy - 0.5:
        return (
            "outside of the logo it is farther from the photograph now than what came in. "
            "Does the mask mark more than the logo, which is exactly 1, 0, 1? Or was it made far too smooth?"
        )
    contrast = np.abs(np.diff(given, axis=1)).mean() / np.abs(np.diff(clean, axis=1)).mean()
    if outside < noisy + 0.5 and contrast > NOISY:
        return "the logo is gone, the noise is not: denoise as well."
    if psnr(clean[mask], given[mask]) < GOAL_INSIDE and outside >= NEAR:
        return (
            f"fine around the logo ({outside:.1f} dB), rough where it was. What did the filling start from: "
            "noisy pixels? Or from pixels farther off than need be, as the mask was widened much?"
        )
    if contrast > NOISY:
        return "there is noise left: denoise a little more strongly."
    if contrast < SMOOTH:
        return "too smooth: the bushes and the stones went with the noise. Denoise a little less strongly."
    return (
        "the strength is about right for this denoiser. Another one? Bushes and stones want one that keeps edges. "
        "And fill from pixels that are without noise."
    )


def logo(image, wider=0):
    mask = (image == [1, 0, 1]).all(axis=-1)
    return ndimage.binary_dilation(mask, iterations=wider) if wider else mask


def filled(image, mask):
    return restoration.inpaint_biharmonic(image, mask, channel_axis=-1)


def bilateral(image, sigma_color=0.25, sigma_spatial=2, library=restoration):
    return library.denoise_bilateral(image, None, sigma_color, sigma_spatial, mode="edge", channel_axis=-1)


def wavelets(image):
    return restoration.denoise_wavelet(image, wavelet="db2", convert2ycbcr=True, channel_axis=-1)


def variation(image, weight=0.1):
    return restoration.denoise_tv_chambolle(image, weight, channel_axis=-1)


ex.right(lambda image: filled(bilateral(image, 0.2, 3), logo(image)))
ex.right(lambda image: filled(bilateral(image, 0.3), logo(image)))
ex.right(lambda image: filled(bilateral(image, 0.4, 1.5), logo(image, wider=2)))
ex.right(lambda image: filled(bilateral(image, 0.07, library=skimage.restoration), logo(image)))
ex.right(lambda image: filled(wavelets(image), logo(image, wider=2)))

ex.wrong("the logo is still there", lambda image: image)
ex.wrong("the logo is still there", bilateral)
ex.wrong("before a denoiser changes its colour", lambda image: filled(variation(image), logo(variation(image))))
ex.wrong("by its colour, not by its place", lambda image: filled(bilateral(image), photograph()[2]))
ex.wrong("over the rim of your mask", lambda image: filled(variation(image), logo(image)))
ex.wrong("over the rim of your mask", lambda image: filled(wavelets(image), logo(image)))
for sigma in (1, 2):
    ex.wrong(
        "over the rim of your mask",
        lambda image, sigma=sigma: filled(filters.gaussian(image, sigma, channel_axis=-1), logo(image)),
    )
ex.wrong("a smaller sigma_color", lambda image: filled(bilateral(image, library=skimage.restoration), logo(image)))


@ex.wrong("pixels of the logo are magenta still")
def logo_but_for_a_corner(image):
    whole = logo(image)
    few = np.argwhere(whole)[200:240]
    result = filled(bilateral(image), whole)
    result[few[:, 0], few[:, 1]] = [1, 0, 1]
    return result


def with_mean_colour(image, mask):
    return np.where(mask[..., None], image[~mask].mean(axis=0), image)


ex.wrong("one even colour", lambda image: with_mean_colour(bilateral(image), logo(image)))
ex.wrong("one even colour", lambda image: bilateral(with_mean_colour(image, logo(image))))
ex.wrong("one even colour", lambda image: np.where(logo(image)[..., None], 0, bilateral(image)))
ex.wrong("have faded", lambda image: np.stack([restore(image).mean(axis=-1)] * 3, axis=-1))
ex.wrong("have faded", lambda image: ndimage.median_filter(filled(image, logo(image)), 3))
ex.wrong("on its head", lambda image: restore(image)[::-1])
ex.wrong("brighter or darker", lambda image: restore(image) + 0.1)
ex.wrong("red and blue", lambda image: restore(image)[..., ::-1])
ex.wrong("the noise is not", lambda image: filled(image, logo(image)))
ex.wrong("noise left", lambda image: variation(filled(image, logo(image)), 0.02))
ex.wrong("noise left", lambda image: filled(bilateral(image, 0.1), logo(image)))
ex.wrong("noise left", lambda image: filled(bilateral(image, 0.25, 1), logo(image)))
ex.wrong("too smooth", lambda image: filters.gaussian(filled(image, logo(image)), 1, channel_axis=-1))
ex.wrong("Another one", lambda image: filters.gaussian(filled(image, logo(image)), 0.8, channel_axis=-1))
# filled first: whatever comes after, the filling has gone on from noisy pixels
ex.wrong("start from", lambda image: bilateral(filled(image, logo(image))))
ex.wrong("start from", lambda image: bilateral(filled(image, logo(image)), 0.3))
ex.wrong("start from", lambda image: bilateral(filled(image, logo(image)), 0.2, 3))
ex.wrong("start from", lambda image: wavelets(filled(image, logo(image))))
ex.wrong("floats from 0 to 1", lambda image: (restore(image) * 255).astype(np.uint8))
ex.wrong("shape", lambda image: image[..., 0])
# a mask that marks bright red and blue as well, and fillings of one colour that a denoiser smoothed
ex.wrong(
    "mark more than the logo", lambda image: variation(filled(image, (image[..., 0] > 0.5) & (image[..., 2] > 0.5)))
)
ex.wrong("one even colour", lambda image: variation(np.where(logo(image)[..., None], 0, image)))
ex.wrong(
    "one even colour",
    lambda image: variation(np.where(logo(image)[..., None], image[~logo(image)].mean(axis=0), image)),
)
