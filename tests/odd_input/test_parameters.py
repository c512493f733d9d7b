"""Parameters that every function of a kind shares: a border's value, and sizes that no picture has."""

import importlib
import inspect
import re

import numpy as np
import pytest

from course_lib import exposure, feature, filters, metrics, morphology, restoration, segmentation, transform

PICTURE = np.linspace(0, 1, 36).reshape(6, 6)
COLOUR = np.stack([PICTURE] * 3, axis=-1)
BOX = {"r": 0, "c": 0, "width": 4, "height": 4}
PARTS = ("color", "exposure", "metrics", "filters", "morphology", "transform", "restoration", "segmentation", "feature")
MORE = {"resize": {"output_shape": (5, 5)}, "rescale": {"scale": 0.7}, "downscale_local_mean": {"factors": 4}}
MORE["rotate"] = {"angle": 10}


def with_border():
    for part in PARTS:
        module = importlib.import_module(f"course_lib.{part}")
        for name in module.__all__:
            function = getattr(module, name)
            if inspect.isfunction(function) and "cval" in inspect.signature(function).parameters:
                yield pytest.param(function, id=f"{part}.{name}")


@pytest.mark.parametrize("cval", [None, [1, 2], [1], "black", np.inf, np.nan, 1j], ids=str)
@pytest.mark.parametrize("function", list(with_border()))
def test_a_border_that_is_no_number_is_refused(function, cval):
    picture = np.where(PICTURE == 1, 0.5, PICTURE)
    modes = {} if function.__name__ == "downscale_local_mean" else {"mode": "constant"}
    more = MORE.get(function.__name__, {})
    function(picture, **more, **modes, cval=0.5)
    with pytest.raises((ValueError, TypeError), match="cval is the value of all pixels beyond the border"):
        function(picture, **more, **modes, cval=cval)


HUGE = {  # a call with one parameter, which is a size
    "filters.gaussian": lambda size: filters.gaussian(PICTURE, size),
    "filters.gaussian truncate": lambda size: filters.gaussian(PICTURE, truncate=size),
    "filters.unsharp_mask": lambda size: filters.unsharp_mask(PICTURE, size),
    "filters.threshold_local mean": lambda size: filters.threshold_local(PICTURE, size + 1, "mean"),
    "filters.threshold_local median": lambda size: filters.threshold_local(PICTURE, size + 1, "median"),
    "filters.threshold_local gaussian": lambda size: filters.threshold_local(PICTURE, size + 1),
    "filters.threshold_local generic": lambda size: filters.threshold_local(PICTURE, size + 1, "generic", param=max),
    "filters.threshold_niblack": lambda size: filters.threshold_niblack(PICTURE, size + 1),
    "filters.threshold_sauvola": lambda size: filters.threshold_sauvola(PICTURE, size + 1),
    "feature.canny": lambda size: feature.canny(PICTURE, size),
    "feature.structure_tensor": lambda size: feature.structure_tensor(PICTURE, size),
    "feature.corner_harris": lambda size: feature.corner_harris(PICTURE, sigma=size),
    "feature.corner_shi_tomasi": lambda size: feature.corner_shi_tomasi(PICTURE, sigma=size),
    "feature.patch_descriptors": lambda size: feature.patch_descriptors(PICTURE, [[2, 2]], size + 1),
    "feature.blur_faces": lambda size: feature.blur_faces(PICTURE, [BOX], size),
    "segmentation.slic": lambda size: segmentation.slic(COLOUR, 5, sigma=size),
    "segmentation.kmeans": lambda size: segmentation.kmeans(COLOUR, size),
    "transform.resize": lambda size: transform.resize(PICTURE, (size, size)),
    "transform.resize sigma": lambda size: transform.resize(PICTURE, (3, 3), anti_aliasing_sigma=size),
    "transform.rescale": lambda size: transform.rescale(PICTURE, size),
    "transform.downscale_local_mean": lambda size: transform.downscale_local_mean(PICTURE, size),
    "restoration.denoise_nl_means patch": lambda size: restoration.denoise_nl_means(PICTURE, size + 1, 2),
    "restoration.denoise_nl_means distance": lambda size: restoration.denoise_nl_means(PICTURE, 3, size),
    "restoration.denoise_bilateral window": lambda size: restoration.denoise_bilateral(PICTURE, size + 1),
    "restoration.denoise_bilateral sigma": lambda size: restoration.denoise_bilateral(PICTURE, sigma_spatial=size),
    "morphology.disk": morphology.disk,
    "morphology.diamond": morphology.diamond,
    "morphology.square": morphology.square,
    "morphology.rectangle": lambda size: morphology.rectangle(size, size),
    "morphology.footprint_rectangle": lambda size: morphology.footprint_rectangle((size, size)),
    "exposure.equalize_adapthist": lambda size: exposure.equalize_adapthist(PICTURE, size),
    "metrics.structural_similarity": lambda size: metrics.structural_similarity(
        PICTURE, PICTURE, win_size=size + 1, data_range=1
    ),
    "metrics.structural_similarity sigma": lambda size: metrics.structural_similarity(
        PICTURE, PICTURE, sigma=size, gaussian_weights=True, data_range=1
    ),
}


@pytest.mark.parametrize("size", [10**6, 10**9, 10**13])
@pytest.mark.parametrize("name", HUGE)
def test_a_huge_size_is_refused_with_a_sentence(name, size):
    told = said(lambda: HUGE[name](size))
    # some compute the least of these at once
    assert (told is None and size == 10**6) or re.search("too large|does not fit|whole number", told), told


def said(call):
    try:
        call()
    except (ValueError, TypeError) as error:
        return str(error)
    return None


def test_a_huge_range_is_a_number():
    noise = metrics.peak_signal_noise_ratio(PICTURE, PICTURE + 0.1, data_range=1e300)
    np.testing.assert_allclose(noise, 6000 + 20)
