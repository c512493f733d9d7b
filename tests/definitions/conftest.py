"""The pictures of definition tests are small: bands shrink with them, so that every seam between two is crossed."""

import importlib

import pytest

BANDS = {
    "base.bands": {"_CACHE": 150},  # one to three rows of most pictures here
    "feature.match": {"_LARGE": 4},
    "filters.separable": {"_BLOCK": 3, "_PRODUCTS": 16},
    "segmentation.assign": {"_GROUP": 1},
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
