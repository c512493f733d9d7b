"""Signatures beside scikit-image's: the same defaults, and what is not here says what there is, and where to look."""

import importlib
import inspect

import numpy as np
import pytest
import skimage

from course_lib import filters, segmentation, transform, util
from tests.test_completeness import PARTS, public_functions


def shared():
    """Yield (part, our function, scikit-image's) for every function that both have."""
    for part, name in public_functions():
        ours = getattr(importlib.import_module(f"course_lib.{part}"), name)
        theirs = getattr(importlib.import_module(f"skimage.{part}"), name, None)
        if inspect.isfunction(ours) and inspect.isfunction(theirs):
            yield part, ours, theirs


def lacking():
    """Yield every parameter that scikit-image's function has and ours has not."""
    for part, ours, theirs in shared():
        for parameter, kind in inspect.signature(theirs).parameters.items():
            if parameter not in inspect.signature(ours).parameters and kind.kind != kind.VAR_KEYWORD:
                yield pytest.param(ours, part, parameter, id=f"{part}.{ours.__name__}-{parameter}")


@pytest.mark.parametrize(("function", "part", "parameter"), list(lacking()))
def test_a_parameter_that_is_not_here_says_where_it_is(function, part, parameter):
    first = next(iter(inspect.signature(function).parameters))
    expected = rf"^{function.__name__} has no parameter '{parameter}' here, only {first}\b.*skimage\.{part}'s has it$"
    with pytest.raises(TypeError, match=expected):
        function(np.eye(4), **{parameter: None})


@pytest.mark.parametrize(("part", "ours", "theirs"), list(shared()), ids=lambda word: getattr(word, "__name__", word))
def test_parameters_that_are_left_out_mean_the_same_in_both(part, ours, theirs):
    names = inspect.signature(theirs).parameters
    for name, parameter in inspect.signature(ours).parameters.items():
        if name in names and repr(names[name].default) != "<DEPRECATED>":
            kind_and_default = parameter.kind, parameter.default
            assert kind_and_default == (names[name].kind, names[name].default), f"{part}.{ours.__name__}, {name}"


def test_the_usual_ones_are_among_them():
    names = {param.id for param in lacking()}
    assert {"measure.regionprops-intensity_image", "segmentation.slic-mask", "filters.gaussian-out"} <= names


@pytest.mark.parametrize("part", PARTS)
def test_a_name_that_is_not_here_says_where_it_may_be(part):
    module, theirs = importlib.import_module(f"course_lib.{part}"), importlib.import_module(f"skimage.{part}")
    for name in set(theirs.__all__) - set(module.__all__):
        if importlib.util.find_spec(f"{module.__name__}.{name}") is None:
            with pytest.raises(AttributeError, match=rf"has no '{name}'; look whether skimage\.{part} has it"):
                getattr(module, name)


def test_a_function_with_parameters_for_each_of_its_modes_looks_itself():
    assert util.random_noise(np.eye(4), "gaussian", rng=0, var=0.0).tolist() == np.eye(4).tolist()
    with pytest.raises((TypeError, ValueError), match="vari"):
        util.random_noise(np.eye(4), vari=1)


def test_older_names_and_mistakes_within_are_what_they_were():
    with pytest.warns(DeprecationWarning, match="older|old name"):
        filters.gaussian(np.eye(4), multichannel=False)
    with pytest.raises(TypeError, match="missing 1 required positional argument"):
        transform.rotate(np.eye(4))
    assert (
        inspect.signature(segmentation.slic).parameters.keys()
        <= inspect.signature(skimage.segmentation.slic).parameters.keys()
    )
