"""The controls of an explorer, made from their short forms."""

import ipywidgets as widgets
import numpy as np

from .older import explain

SLIDER = {"width": "340px", "max_width": "100%"}


def make_controls(spec, image, given):
    """Return the widgets for a picture by name; `given` names values that a call of the explorer asks for."""
    unknown = given.keys() - spec.controls.keys()
    if unknown:
        raise TypeError(f"{spec.name} has no control {', '.join(sorted(unknown))}; it has {', '.join(spec.controls)}")
    first, controls = spec.first_values(), {}
    for name, short in spec.controls.items():
        shape = short(image) if callable(short) and short not in (bool, str) else short
        controls[name] = make_control(name, shape, given.get(name), first.get(name))
    return controls


def make_control(name, shape, value=None, first=None):
    """Return the widget for a control in its short form: see `explorer`."""
    start = first if value is None else value
    common = {"description": name.replace("_", " ")}
    if isinstance(shape, widgets.Widget):
        shape.value = start
        return shape
    if shape is bool:
        return widgets.Checkbox(value=bool(start), indent=False, **common)
    common["style"] = {"description_width": "initial"}
    if shape is str:
        return explain(widgets.Text(value=str(start), layout=SLIDER, **common), common["description"])
    if isinstance(shape, list):
        return _choice(name, shape, shape[0] if start is None else start, common)
    return _slider(name, *shape, value=value, first=first, common=common)


def _choice(name, options, chosen, common):
    if chosen not in options:
        raise ValueError(f"{name} cannot be {chosen!r}; choose one of {', '.join(map(str, options))}")
    if len(options) > 4:
        return widgets.Dropdown(options=options, value=chosen, **common)
    style = common.pop("style") | {"button_width": "auto"}
    return widgets.ToggleButtons(options=options, value=chosen, style=style, **common)


def _slider(name, low, high, step, *own_first, value, first, common):
    start = own_first[0] if own_first else (low if first is None else first)
    start = start if value is None else value
    if not low <= start <= high:
        raise ValueError(f"{name} goes from {low} to {high}, not {start}")
    tooltip = f"{common['description']}, from {low} to {high}"
    common |= {"value": start, "min": low, "max": high, "step": step, "layout": SLIDER}
    if all(isinstance(number, int | np.integer) for number in (low, high, step)):
        return explain(widgets.IntSlider(**common), tooltip)
    decimals = next(d for d in range(6) if round(step, d) == step)
    return explain(widgets.FloatSlider(readout_format=f".{decimals}f", **common), tooltip)
