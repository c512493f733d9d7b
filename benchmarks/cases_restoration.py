"""Noise, inpainting and denoising on 512 x 512 pictures, grey and colour, with small and large parameters."""

import importlib.util

import numpy as np
import skimage.data
import skimage.restoration
import skimage.util

from course_lib import restoration, util

from .case import cases_of

GREY, COLOUR = skimage.data.camera() / 255, skimage.data.astronaut() / 255
NOISY_GREY, NOISY_COLOUR = (skimage.util.random_noise(picture, rng=0) for picture in (GREY, COLOUR))
LOGO, TEXT = np.zeros((2, 512, 512), bool)
LOGO[210:290, 360:425] = True  # the hole of the notes' logo
TEXT[100:400:40, 50:460] = TEXT[103:400:40, 50:460] = TEXT[80:420, 60:450:30] = True


case = cases_of(restoration, skimage.restoration)
noise = cases_of(util, skimage.util)


def grey_and_colour(label, name, **options):
    """Return the case on both noisy pictures."""
    return [
        case(f"{label} grey", name, NOISY_GREY, **options),
        case(f"{label} colour", name, NOISY_COLOUR, channel_axis=-1, **options),
    ]


CASES = [
    noise("random_noise gaussian colour", "random_noise", COLOUR, rng=0),
    noise("random_noise s&p grey", "random_noise", GREY, "s&p", rng=0),
    case("inpaint_biharmonic logo colour", "inpaint_biharmonic", COLOUR, LOGO, channel_axis=-1),
    case("inpaint_biharmonic text grey", "inpaint_biharmonic", GREY, TEXT),
    *grey_and_colour("denoise_tv_chambolle weight=0.1", "denoise_tv_chambolle"),
    *grey_and_colour("denoise_bilateral window 7", "denoise_bilateral", sigma_color=0.1),
    case("denoise_bilateral window 19 grey", "denoise_bilateral", NOISY_GREY, sigma_color=0.1, sigma_spatial=3),
    *grey_and_colour("denoise_nl_means 7, 11", "denoise_nl_means", h=0.1),
    case("denoise_nl_means exact 5, 3 grey", "denoise_nl_means", NOISY_GREY, 5, 3, fast_mode=False),
]
if importlib.util.find_spec("pywt"):  # scikit-image's wavelet functions need PyWavelets
    CASES += [
        *grey_and_colour("denoise_wavelet haar", "denoise_wavelet"),
        case("denoise_wavelet sym4 grey", "denoise_wavelet", NOISY_GREY, wavelet="sym4"),
        case("estimate_sigma grey", "estimate_sigma", NOISY_GREY),
    ]
