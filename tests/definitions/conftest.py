"""The pictures of definition tests are small: bands shrink with them, so that every seam between two is crossed."""

import importlib

import pytest

BANDS = {
    "base.bands": {
        "_CACHE": 150,  # one to three rows of most pictures here
        "_LARGE": 100,  # and two threads for many of them
    },
    "feature.match": {"_LARGE": 4},
    "filters.separable": {"_BLOCK": 3, "_PRODUCTS": 16},
    "segmentation.assign": {"_GROUP": 1},
}
USUAL = {
    f"course_lib.{name}.{constant}": getattr(importlib.import_module(f"course_lib.{name}"), constant)
    for name, constants in BANDS.items()
    for constant in constants
}


@pytest.fixture(scope="module", autouse=True)
def _small_bands():
    with pytest.MonkeyPatch.context() as patch:
        for name, constants in BANDS.items():
            for constant, small in constants.items():
                assert USUAL[f"course_lib.{name}.{constant}"] > small
                patch.setattr(f"course_lib.{name}.{constant}", small)
        yield


@pytest.fixture
def bands():
    return BANDS


@pytest.fixture
def usual_bands(_small_bands, monkeypatch):
    """For photographs: a thousand bands of one row each would take most of the test's time."""
    for name, value in USUAL.items():
        monkeypatch.setattr(name, value)
