"""Noise, inpainting and denoising on 512 x 512 pictures, grey and colour, with small and large parameters."""

import importlib.util

import numpy as np
import skimage.data
import skimage.restoration
import skimage.util

from course_lib import restoration, util

GREY, COLOUR = skimage.data.camera() / 255, skimage.data.astronaut() / 255
NOISY_GREY, NOISY_COLOUR = (skimage.util.random_noise(picture, rng=0) for picture in (GREY, COLOUR))
LOGO, TEXT = np.zeros((2, 512, 512), bool)
LOGO[210:290, 360:425] = True  # the hole of the notes' logo
TEXT[100:400:40, 50:460] = TEXT[103:400:40, 50:460] = TEXT[80:420, 60:450:30] = True


def pair(name, *args, **kwargs):
    home, theirs = (util, skimage.util) if name == "random_noise" else (restoration, skimage.restoration)
    return lambda: getattr(home, name)(*args, **kwargs), lambda: getattr(theirs, name)(*args, **kwargs)


def grey_and_colour(label, name, **kwargs):
    """Return the case on both noisy pictures."""
    return [
        (f"{label} grey", *pair(name, NOISY_GREY, **kwargs)),
        (f"{label} colour", *pair(name, NOISY_COLOUR, channel_axis=-1, **kwargs)),
    ]


CASES = [
    ("random_noise gaussian colour", *pair("random_noise", COLOUR, rng=0)),
    ("random_noise s&p grey", *pair("random_noise", GREY, "s&p", rng=0)),
    ("inpaint_biharmonic logo colour", *pair("inpaint_biharmonic", COLOUR, LOGO, channel_axis=-1)),
    ("inpaint_biharmonic text grey", *pair("inpaint_biharmonic", GREY, TEXT)),
    *grey_and_colour("denoise_tv_chambolle weight=0.1", "denoise_tv_chambolle"),
    *grey_and_colour("denoise_bilateral window 7", "denoise_bilateral", sigma_color=0.1),
    ("denoise_bilateral window 19 grey", *pair("denoise_bilateral", NOISY_GREY, sigma_color=0.1, sigma_spatial=3)),
    *grey_and_colour("denoise_nl_means 7, 11", "denoise_nl_means", h=0.1),
    ("denoise_nl_means exact 5, 3 grey", *pair("denoise_nl_means", NOISY_GREY, 5, 3, fast_mode=False)),
]
if importlib.util.find_spec("pywt"):  # scikit-image's wavelet functions need PyWavelets
    CASES += [
        *grey_and_colour("denoise_wavelet haar", "denoise_wavelet"),
        ("denoise_wavelet sym4 grey", *pair("denoise_wavelet", NOISY_GREY, wavelet="sym4")),
        ("estimate_sigma grey", *pair("estimate_sigma", NOISY_GREY)),
    ]
