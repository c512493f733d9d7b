"""The pictures of definition tests are small: bands shrink with them, so that every seam between two is crossed."""

import importlib

import pytest

BANDS = {
    "base.levels": {"_CHUNK": 3},
    "base.luminance": {"_PIXELS": 3},
    "color._channels": {"_PIXELS": 8},
    "exposure.equalization": {"_BLOCK": 3},
    "exposure.histograms": {"_BLOCK": 3},
    "feature.cascade": {"_CHUNK": 3, "_MANY": 5},
    "feature.match": {"_LARGE": 4},
    "filters.separable": {"_BLOCK": 3, "_VALUES": 8, "_PRODUCTS": 16},
    "filters.smoothing": {"_BAND": 4},
    "filters.stencils": {"_BAND": 3},
    "metrics.error": {"_CHUNK": 3},
    "metrics.similarity": {"_BAND": 3},
    "morphology.extremes": {"_BAND_BYTES": 8},
    "restoration._pairs": {"STRIP": 8},
    "segmentation.assign": {"_GROUP": 1, "_PIXELS": 3},
    "transform.resizing": {"_BAND": 3},
    "transform.rotation": {"_BAND": 3},
}


@pytest.fixture(scope="module", autouse=True)
def _small_bands():
    with pytest.MonkeyPatch.context() as patch:
        for name, constants in BANDS.items():
            module = importlib.import_module(f"course_lib.{name}")
            for constant, small in constants.items():
                assert getattr(module, constant) > small
                patch.setattr(module, constant, small)
        yield


@pytest.fixture
def bands():
    return BANDS
