"""Three denoisers taken apart: bilateral weights, wavelet bands, patches that look alike."""

import numpy as np

from .. import data
from ..explore.panes import BLUE, GREEN, ORANGE, Chart, Curve, Grid, marked
from ..restoration.bilateral import window_weights
from ..restoration.nl_means import similar_patches
from ..restoration.noise_level import noise_level
from ..restoration.wavelet import bayes_threshold, shrink
from ..restoration.wavelet_transform import decompose, reconstruct, wavelet_filter
from ..util import img_as_float, random_noise
from .engine import step_through

WINDOW = 7


def face():
    """Return a small part of the camera picture, with edges in all directions."""
    return data.camera()[100:164, 220:284]


def bilateral_view(image, step=0, sigma_color=0.2, sigma_spatial=2.0):
    """Step through the bilateral filter: the window moves along a row, and its weights stop at edges."""
    clean = img_as_float(image)[:64, :64]
    noisy = random_noise(clean, var=0.0025, rng=0)
    row, col = clean.shape[0] // 2, min(step + WINDOW, clean.shape[1] - 1)
    half = WINDOW // 2
    weights = window_weights(noisy, (row, col), WINDOW, sigma_color, sigma_spatial)
    padded = np.pad(noisy, half)  # beyond the border the weights are 0
    seen = padded[row : row + WINDOW, col : col + WINDOW]
    mean = float((weights * seen).sum() / weights.sum())
    top, left = max(row - half, 0), max(col - half, 0)
    return {
        "picture and window": marked(noisy, top, left, WINDOW, WINDOW),
        "the window's values": Grid(seen, row - half, col - half, outlined=((half, half),)),
        "their weights": Grid(weights, row - half, col - half, outlined=((half, half),)),
        "text": f"Pixel [{row}, {col}] holds {noisy[row, col]:.2f} (without noise {clean[row, col]:.2f}). "
        f"The weighted mean of its window is <b>{mean:.2f}</b>; the weights sum to {weights.sum():.1f} "
        f"of {WINDOW * WINDOW}.",
    }


bilateral = step_through(
    bilateral_view,
    code="noisy = util.random_noise(image, var=0.0025, rng=0)\n"
    "restoration.denoise_bilateral(noisy, win_size=7, sigma_color={sigma_color:.2f}, "
    "sigma_spatial={sigma_spatial:.1f})",
    sample=face,
    takes="grey",
    step=(0, 50, 1),
    sigma_color=(0.05, 1.0, 0.05),
    sigma_spatial=(0.5, 4.0, 0.5),
)


def joints():
    """Return a part of a brick wall with a joint in its middle."""
    return data.brick()[100:164, 121:185]


LEVELS = 3


def wavelet_view(image, step=0, wavelet="haar", mode="soft"):
    """Step through wavelet denoising: split three times, shrink the bands from fine to coarse, put together."""
    clean = _even(img_as_float(image))
    noisy = random_noise(clean, var=0.01, rng=0)
    low = wavelet_filter(wavelet)
    smooth, details = decompose(noisy, low, min(max(step, 1), LEVELS))
    sigma = noise_level(details[-1]["dd"])
    shrunk = max(step - LEVELS, 0)
    charted = details[max(len(details) - max(shrunk, 1), 0)]["ad"].copy()
    threshold = bayes_threshold(charted, sigma)
    for bands in details[::-1][:shrunk]:
        for name, band in bands.items():
            bands[name] = shrink(band, bayes_threshold(band, sigma), mode)
    current = reconstruct(smooth, details, low, clean.shape)
    return {
        # clipped: a value just below 0 would have the picture shown with mid-grey for 0
        "picture" if step in (0, 2 * LEVELS + 1) else "put together now": np.clip(current, 0, 1) if step else noisy,
        "bands": noisy if step == 0 else mosaic(smooth, details),
        "coefficients of a band": _coefficients(charted, threshold),
        "text": _wavelet_text(step, shrunk, sigma, threshold, clean, noisy, current),
    }


def _even(image):
    """Cut a picture so that it can be halved three times."""
    rows, cols = (min(n, 160) // 2**LEVELS * 2**LEVELS for n in image.shape)
    return image[:rows, :cols]


def mosaic(smooth, details):
    """Return the bands in one picture: the smooth rest top left, the details around it, grey for 0."""
    levels = len(details)
    picture = smooth / 2**levels
    for number, bands in enumerate(details):
        scale = 2 ** (levels - number - 1)
        parts = {name: np.clip(0.5 + band / scale, 0, 1) for name, band in bands.items()}
        rows, cols = bands["dd"].shape
        top = np.concatenate([_fitted(picture, rows, cols), parts["ad"]], axis=1)
        picture = np.concatenate([top, np.concatenate([parts["da"], parts["dd"]], axis=1)], axis=0)
    return np.clip(picture, 0, 1)


def _fitted(picture, rows, cols):
    """Longer filters give bands a few pixels larger than half: cut or fill."""
    cut = picture[:rows, :cols]
    return np.pad(cut, ((0, rows - cut.shape[0]), (0, cols - cut.shape[1])), constant_values=0.5)


def _coefficients(band, threshold):
    counts, edges = np.histogram(np.clip(band, -1, 1), 81, (-1, 1))
    marks = {f"-{threshold:.2f}": -min(threshold, 1.0), f"+{threshold:.2f}": min(threshold, 1.0)}
    return Chart((Curve((edges[1:] + edges[:-1]) / 2, counts, BLUE, filled=True),), marks, "coefficient", (-1, 1))


def _wavelet_text(step, shrunk, sigma, threshold, clean, noisy, current):
    if step == 0:
        return "The noisy picture, before the first split."
    if step <= LEVELS:
        return (
            f"Split {step} of {LEVELS}: a smooth picture of half the size, and its details down, across and diagonal. "
            f"The finest diagonal details tell the noise: sigma {sigma:.3f} (it is 0.100)."
        )
    if shrunk <= LEVELS:
        told = f"Level {shrunk} (1 is the finest) is shrunk; the threshold of the band shown is {threshold:.3f}. "
    else:
        told = "Put together again. "
    before, after = (10 * np.log10(1 / max(np.mean((clean - p) ** 2), 1e-12)) for p in (noisy, current))
    return f"{told}PSNR before {before:.2f} dB, now <b>{after:.2f} dB</b>."


wavelet = step_through(
    wavelet_view,
    code="noisy = util.random_noise(image, var=0.01, rng=0)\n"
    "restoration.denoise_wavelet(noisy, wavelet={wavelet!r}, mode={mode!r}, wavelet_levels=3)",
    sample=lambda: data.camera()[100:260, 150:310],
    takes="grey",
    step=(0, 2 * LEVELS + 1, 1),
    wavelet=["haar", "db2", "sym4"],
    mode=["soft", "hard"],
)

PATCH, REACH, SHOWN = 5, 10, 24


def nl_means_view(image, step=0, row=0.5, col=0.5, h=0.1):
    """Step through non-local means: the patches most like the one around a pixel, one after the other."""
    clean = img_as_float(image)[:64, :64]
    noisy = random_noise(clean, var=0.01, rng=0)
    place = tuple(int(share * (n - 1)) for share, n in zip((row, col), clean.shape, strict=True))
    weights = similar_patches(noisy, place, PATCH, REACH, h, sigma=0.1)
    weights[REACH, REACH] += 1e-9  # the pixel itself comes first
    order = np.argsort(weights, axis=None, kind="stable")[::-1][: step + 1]
    found = [(place[0] + k // weights.shape[1] - REACH, place[1] + k % weights.shape[1] - REACH) for k in order]
    picture = marked(noisy, max(place[0] - PATCH // 2, 0), max(place[1] - PATCH // 2, 0), PATCH, PATCH)
    for point in found[1:]:
        if _inside(point, clean.shape):
            picture[point] = (230, 159, 0)
    values = np.array([noisy[p] for p in found if _inside(p, clean.shape)])
    means = np.cumsum(values) / np.arange(1, len(values) + 1)
    count = np.arange(len(means) + (len(means) == 1))
    truth = np.full(len(count), clean[place])
    return {
        "where they were found": picture,
        "the patches, best first": _patch_sheet(noisy, found),
        "weight of each neighbour": np.clip(weights, 0, 1),
        "mean of the pixels found": Chart(
            (
                Curve(count, np.resize(means, len(count)), ORANGE, label="mean so far"),
                Curve(count, truth, GREEN, label="without noise"),
            ),
            xlabel="patches",
            xlim=(0, SHOWN),
            ymax=1.0,
        ),
        "text": f"Pixel [{place[0]}, {place[1]}] holds {noisy[place]:.2f}; without noise it was {clean[place]:.2f}. "
        f"Patches like its own: {len(values)} so far; the mean of their middle pixels is <b>{means[-1]:.2f}</b>.",
    }


def _patch_sheet(image, points):
    """Return the patches around some pixels in rows of five, on white."""
    padded = np.pad(image, PATCH // 2, mode="reflect")
    cell = PATCH + 1
    sheet = np.ones((cell * 5, cell * 5))
    for number, (r, c) in enumerate(points[:25]):
        patch = padded[max(r, 0) : max(r, 0) + PATCH, max(c, 0) : max(c, 0) + PATCH]
        top, left = number // 5 * cell, number % 5 * cell
        sheet[top : top + patch.shape[0], left : left + patch.shape[1]] = patch
    return sheet[:-1, :-1]


def _inside(point, shape):
    return 0 <= point[0] < shape[0] and 0 <= point[1] < shape[1]


nl_means = step_through(
    nl_means_view,
    code="noisy = util.random_noise(image, var=0.01, rng=0)\n"
    "restoration.denoise_nl_means(noisy, patch_size=5, patch_distance=10, h={h:.2f}, "
    "sigma=0.1)",
    sample=joints,
    takes="grey",
    step=(0, SHOWN, 1),
    row=(0.0, 1.0, 0.01, 0.5),
    col=(0.0, 1.0, 0.01, 0.5),
    h=(0.02, 0.3, 0.02),
)
