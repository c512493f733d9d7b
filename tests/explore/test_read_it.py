"""Under each explorer and step-through its code can be read: short, where it says, and as it is."""

import html
import importlib
import inspect
import re
from pathlib import Path

import pytest

from course_lib import explore, feature, plainly, steps
from course_lib.explore import reading
from course_lib.explore.spec import Spec

LIBRARY = Path(reading.LIBRARY)


def first_parameters(spec):
    """Return values of the controls that need no picture: for a choice among functions its first one."""
    parameters = {"step": 0} if "step" in spec.controls else {}
    return parameters | ({"chosen": next(iter(spec.reads))} if isinstance(spec.reads, dict) else {})


def at_step(spec, step):
    return reading.shown_now(spec, first_parameters(spec) | {"step": step})


def as_text(markup):
    return html.unescape(re.sub("<[^>]+>", "", markup))


def test_every_explorer_and_step_through_has_a_function_of_at_most_25_lines_to_read(opener):
    shown = [reading.shown_now(opener.spec, first_parameters(opener.spec))[0]]
    shown += [at_step(opener.spec, step)[0] for step in range(len(opener.spec.stages))]
    for functions in [reading.named(opener.spec), *shown]:
        assert functions
        assert {f.__name__: reading.source(f)[1] for f in functions if not 0 < reading.source(f)[1] <= 25} == {}


def test_a_function_lies_where_the_fold_says(opener):
    for function in reading.named(opener.spec):
        name = reading.address(function).removesuffix(".py").replace("/", ".")
        module = importlib.import_module(f"course_lib.{name}")
        assert inspect.getsource(inspect.unwrap(function)) in inspect.getsource(module)
        shown = reading.as_html((function,))
        assert f"<code>{reading.address(function)}</code>, {function.__name__}, " in shown
    assert f"<code>{reading.address(reading.named(opener.spec)[0])}</code>" in reading.summary(opener.spec)


def test_what_a_control_chooses_among_are_its_values(opener):
    if not isinstance(opener.spec.reads, dict):
        pytest.skip("it always shows the same functions")
    choices = [values for values in opener.spec.controls.values() if isinstance(values, list)]
    assert list(opener.spec.reads) in choices


def test_the_source_is_shown_without_its_docstring_and_otherwise_as_it_is():
    shown = as_text(reading.as_html((plainly.median,)))
    values, middle = "values = np.sort(neighbours(image, footprint, mode, cval), axis=0)", "values[len(values) // 2]"
    assert f'def median(image, footprint, mode="nearest", cval=0.0):\n    {values}\n    return {middle}\n' in shown
    assert "Return the middle" not in shown


def test_a_function_without_a_docstring_is_shown_whole():
    def bare(image):
        # a comment
        return image

    assert reading.source(bare) == (("def bare(image):", "    # a comment", "    return image"), 1)


def test_helpers_of_a_thin_function_are_shown_too_and_checks_are_not():
    assert [f.__name__ for f in reading.functions_of(plainly.median)] == ["median", "neighbours"]
    assert reading.functions_of(plainly.gaussian) == (plainly.gaussian,)
    for opener in (explore.all_thresholds, explore.edges, explore.local_threshold, steps.otsu):
        assert not [f for f in reading.named(opener.spec) if "check" in f.__name__]


def test_every_stage_marks_a_line_of_what_is_shown(opener):
    for step in range(len(opener.spec.stages)):
        functions, stage = at_step(opener.spec, step)
        for part in stage:
            lines = [line for f in functions for line in reading.source(f)[0] if reading.is_now(line, (part,))]
            assert lines or part in functions, (step, part)


def test_stages_last_as_long_as_the_steps(opener):
    if opener.spec.stages:
        _first, last, *_ = opener.spec.controls["step"]
        assert len(opener.spec.stages) <= last + 1


def test_canny_marks_the_call_of_its_stage_and_shows_the_stage():
    through = steps.canny(step=5)
    marked = re.findall(r'<(?:p|span) class="now" aria-current="step">(.*?)(?:</p>|\n</span>)', through._reading.value)
    called, stage = (as_text(part).strip() for part in marked)
    assert called == "return link(thin(down, across, low, inside), high)"
    assert stage == f"{reading.address(feature.canny)}, link, 4 lines"
    assert "strong = np.zeros(count + 1, bool)" in as_text(through._reading.value)
    through.set(step=0)
    assert "aria-current" not in through._reading.value


def test_the_fold_is_not_sent_again_when_the_source_changes():
    explorer = explore.edges()
    fold, before = explorer._fold.value, explorer._reading.value
    explorer.set(operator="laplace")
    assert explorer._fold.value == fold
    assert explorer._reading.value != before
    assert "laplace" in as_text(explorer._reading.value)


def test_without_a_function_that_is_named_the_view_is_read():
    def plain_view(image):
        return {"picture": image}

    spec = Spec("plain", plain_view, {}, "image", None, "any")
    assert reading.named(spec) == (plain_view,)
    assert reading.address(plain_view) == Path(__file__).name


def test_of_a_view_that_was_typed_there_is_nothing_to_read():
    exec("def typed_view(image):\n    return {'picture': image}", names := {})
    spec = Spec("typed", names["typed_view"], {}, "image", None, "any")
    assert reading.named(spec) == ()
    assert reading.summary(spec) == ""
    assert reading.shown_now(spec, {}) == ((), ())
