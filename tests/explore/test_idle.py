"""A control either changes what is shown, or is greyed."""

import itertools

import ipywidgets as widgets
import numpy as np

from course_lib import explore

SLIDERS = (widgets.IntSlider, widgets.FloatSlider)


def shown(explorer):
    return [pane.tobytes() if isinstance(pane, np.ndarray) else repr(pane) for pane in explorer.panes.values()]


def combinations(explorer):
    """Return every combination of what can be chosen, but for what is painted."""
    choices = {name: c.options for name, c in explorer.controls.items() if hasattr(c, "options")}
    for values in itertools.product(*choices.values()):
        if "painted" not in values:
            yield dict(zip(choices, values, strict=True))


def surroundings(explorer, first):
    """Yield where the sliders stand at first, and with one of them at its end: it may show what another one does."""
    yield first
    for name, control in explorer.controls.items():
        if isinstance(control, SLIDERS):
            yield first | {name: control.max}


def changes(explorer, name, others):
    """Return whether a slider changes what is shown, with the others at these values."""
    explorer.set(**{other: value for other, value in others.items() if isinstance(explorer.controls[other], SLIDERS)})
    control, seen = explorer.controls[name], set()
    quarter = type(control.value)((control.max - control.min) / 4)
    for value in (control.min, control.max, control.min + quarter, control.min + 2 * quarter):
        explorer.set(**{name: value})
        seen.add(tuple(shown(explorer)))
        if len(seen) > 1:
            return True
    return False


def test_a_slider_that_does_nothing_is_greyed(opener, opened):
    if opener.__module__.startswith("course_lib.steps"):
        return  # a step shows what it is about
    explorer = opened if opener is explore.portrait else opener()  # it is the slowest
    first = explorer.parameters
    for choice in combinations(explorer):
        explorer.set(**choice)
        for name in [name for name, control in explorer.controls.items() if isinstance(control, SLIDERS)]:
            nothing = not any(changes(explorer, name, others) for others in surroundings(explorer, first))
            assert nothing == explorer.controls[name].disabled, (name, choice)
            explorer.set(**first | choice)


def test_a_greyed_choice_does_nothing():
    for opener, where, name in (
        (explore.edges, {"operator": "laplace"}, "direction"),
        (explore.kernel, {"choice": "mean"}, "own"),
        (explore.portrait, {"strength": 0.0}, "denoiser"),
    ):
        explorer = opener(**where)
        assert explorer.controls[name].disabled
        before = shown(explorer)[:-1]
        control = explorer.controls[name]
        explorer.set(**{name: control.options[-1] if hasattr(control, "options") else "0 0 0; 0 2 0; 0 0 0"})
        assert shown(explorer)[:-1] == before
    assert not explore.edges(operator="sobel").controls["direction"].disabled
