"""How near a picture is to the one it should be, in words."""

import numpy as np

from ..metrics import peak_signal_noise_ratio, structural_similarity


def psnr_told(clean, other):
    """Return the PSNR of two pictures from 0 to 1, in words."""
    return "infinite" if np.array_equal(clean, other) else f"{decibels(clean, other):.2f} dB"


def decibels(clean, other):
    """Return the PSNR of two pictures from 0 to 1."""
    return peak_signal_noise_ratio(clean, other, data_range=1)


def scores(clean, other):
    """Return PSNR and SSIM against the picture as it was, in words; equal pictures have no finite PSNR."""
    decibel = "no difference" if np.array_equal(clean, other) else f"PSNR {decibels(clean, other):.2f} dB"
    return f"{decibel}, SSIM {structural_similarity(clean, other, channel_axis=-1, data_range=1):.3f}"
