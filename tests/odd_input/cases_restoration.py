"""The odd pictures that inpainting and the denoisers meet; those with three axes as colour pictures."""

import numpy as np

from course_lib import restoration


def channel_axis(image):
    try:
        return -1 if np.ndim(image) == 3 else None
    except ValueError:  # a ragged list
        return None


def hole(image):
    """Return a mask for the picture's first two axes, with a hole in the middle where there is room for one."""
    try:
        shape = np.shape(image)[:2]
    except ValueError:
        shape = ()
    mask = np.zeros(shape if len(shape) == 2 else (4, 4), bool)
    if min(mask.shape, default=0) >= 4:
        mask[3:6, 3:6] = True
    return mask


def with_channels(function):
    return lambda image: function(image, channel_axis=channel_axis(image))


CASES = {
    "restoration.inpaint_biharmonic": lambda image: [
        restoration.inpaint_biharmonic(image, hole(image), split_into_regions=split, channel_axis=channel_axis(image))
        for split in (False, True)
    ],
    "restoration.denoise_tv_chambolle": with_channels(restoration.denoise_tv_chambolle),
    "restoration.denoise_bilateral": with_channels(restoration.denoise_bilateral),
    "restoration.denoise_wavelet": with_channels(restoration.denoise_wavelet),
    "restoration.denoise_nl_means": lambda image: [
        restoration.denoise_nl_means(image, 3, 2, fast_mode=fast, channel_axis=channel_axis(image))
        for fast in (True, False)
    ],
    "restoration.estimate_sigma": with_channels(restoration.estimate_sigma),
}
