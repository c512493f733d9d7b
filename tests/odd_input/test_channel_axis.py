"""Every function with a channel_axis says what is wrong with one that does not exist."""

import importlib
import inspect
import pkgutil

import numpy as np
import pytest

import course_lib

PARTS = ("color", "exposure", "metrics", "filters", "transform", "restoration", "segmentation")
COLOUR = np.linspace(0, 1, 12 * 12 * 3).reshape(12, 12, 3)
MORE = {  # what else a call needs
    "inpaint_biharmonic": {"mask": np.eye(12, dtype=bool)},
    "match_histograms": {"reference": COLOUR},
    "rescale": {"scale": 0.5},
    "structural_similarity": {"im2": COLOUR, "data_range": 1},
    "label2rgb": {"image": COLOUR},
}


def takers():
    for part in PARTS:
        module = importlib.import_module(f"course_lib.{part}")
        for name in module.__all__:
            function = getattr(module, name)
            if inspect.isfunction(function) and "channel_axis" in inspect.signature(function).parameters:
                yield part, name


def test_the_parts_are_all():
    found = {info.name for info in pkgutil.iter_modules(course_lib.__path__) if info.ispkg}
    others = {"morphology", "measure", "feature", "base", "plainly", "data", "explore", "steps", "check", "recall"}
    assert found - set(PARTS) - {"util"} == others


@pytest.mark.parametrize(("part", "name"), list(takers()), ids=lambda word: word)
@pytest.mark.parametrize("axis", ["x", 1.5, 7, (0, 1)], ids=str)
def test_an_axis_that_does_not_exist_is_named(part, name, axis):
    function = getattr(importlib.import_module(f"course_lib.{part}"), name)
    picture = {"label2rgb": np.eye(12, dtype=int), "gray2rgb": COLOUR[..., 0]}.get(name, COLOUR)
    with pytest.raises((ValueError, TypeError), match="channel_axis"):
        function(picture, **MORE.get(name, {}), channel_axis=axis)
