"""The thin binding between a pure view and its controls.

A view is a function ``view(image, **parameters) -> {name: pane}``. A pane is a picture (an array), a `Chart`, a
`Grid` of numbers, or a line of HTML text. The binding reads the parameters off the controls, calls the view, and
sends the panes that changed to the browser. It holds no image mathematics.
"""

import asyncio
import base64
import dataclasses
import functools
import html
import inspect

import ipywidgets as widgets
import numpy as np
from IPython.display import display

from .. import data
from ..arrays import check_array, check_color
from ..color import rgb2gray
from ..util import img_as_float, img_as_ubyte
from .panes import Chart, Grid, chart_svg, grid_svg, picture_bytes
from .static import still

PAUSE = 0.3  # seconds without a newer value, after which a slow view is computed in full
PREVIEW = "Quick preview on part of the pixels; the full picture follows when the control rests."

UPLOAD_SIDE = 1024  # own pictures are reduced to this for exploring; the original file is not touched

STYLE = """<style>
.course-explorer .course-pane { flex: 1 1 220px; max-width: 340px; min-width: 180px; margin: 0 8px 4px 0; }
.course-explorer .course-wide { flex: 1 1 640px; max-width: 720px; }
.course-explorer .course-pane img { image-rendering: pixelated; width: 100%; height: auto; object-fit: contain; }
.course-explorer .course-pane img { border: 1px solid var(--jp-border-color2, #ddd); }
.course-explorer :is(.widget-toggle-buttons, .widget-dropdown) { margin-right: 14px; }
.course-explorer .course-code code { user-select: all; white-space: pre-wrap; }
.course-explorer .course-code code { padding: 2px 6px; background: var(--jp-layout-color2, #eee); }
.course-explorer .course-refusal { color: var(--jp-error-color1, #b00020); }
</style>"""

# In JupyterLab: where the widget lives, hide the still picture before it; where it does not (saved, and opened again
# without its kernel), hide the widget's error. Elsewhere the picture stands above the explorer.
ONE_OF_TWO = """<div class="course-one-of-two"></div><style>
.jp-OutputArea-child:has(.course-one-of-two) { display: none; }
.jp-OutputArea-child:has(.course-one-of-two) + .jp-OutputArea-child:has(+ * .course-explorer) { display: none; }
.jp-OutputArea-child:has(.course-one-of-two) + * + .jp-OutputArea-child:not(:has(.course-explorer)) { display: none; }
</style>"""

COPY = (
    "navigator.clipboard.writeText(this.previousElementSibling.textContent)"
    ".then(() => {this.textContent = 'copied'; setTimeout(() => {this.textContent = 'copy'}, 1500)})"
)


@dataclasses.dataclass(frozen=True)
class Spec:
    """What an explorer is made of: its view, its controls, and how its picture is prepared."""

    name: str
    view: callable
    controls: dict
    code: object
    sample: callable
    takes: str  # "grey", "colour", "any", or "none" for a view of no picture
    preview: float | None = None  # share of the rows and columns that a quick first answer uses
    still: dict = dataclasses.field(default_factory=dict)  # controls that stand elsewhere in the still picture
    pixels: tuple = ()  # controls that count pixels: a preview has fewer of them
    wide: tuple = ()  # names of panes that take more room than the others


def explorer(
    view, *, code, sample, takes="any", binding=None, preview=None, still=None, pixels=(), wide=(), **controls
):
    """Return a function that opens an explorer of `view`.

    Parameters
    ----------
    view : callable
        ``view(image, **parameters) -> {name: pane}``; its keyword defaults are the controls' first values, where
        the control itself does not give one. It works at every corner of its controls.
    code : str or callable
        The line that makes what is on the screen: a format string of the parameters, or a function of them.
    sample : callable
        Makes the picture that is shown where the learner gives none.
    takes : {"grey", "colour", "any"}
        What the view needs; other pictures are converted.
    binding : type, optional
        `Explorer` or a class derived from it.
    preview : float, optional
        For slow views: a moved control is answered at once on this share of the rows and columns (0.5: every
        second one), and in full when no newer value has come for a moment.
    still : dict, optional
        Values of controls for the still picture, where what the explorer opens with would answer the chapter's
        question before it is asked. A value that the chapter itself gives stays.
    pixels : tuple of str
        Names of the controls that count pixels: a preview of half as many rows gets half their value.
    wide : tuple of str
        Names of panes that hold small things, such as the lines between two pictures: they take twice the room.
    **controls
        One for each parameter: (low, high, step) or (low, high, step, first value) is a slider, a list is a
        choice, ``bool`` a tick box, ``str`` a line of text; a function of the picture may return any of these, or
        a widget of its own.

    Returns
    -------
    callable
        ``open(image=None, **parameters) -> Explorer``
    """
    name = view.__name__.removesuffix("_view")
    spec = Spec(name, view, controls, code, sample, takes, preview, still or {}, tuple(pixels), tuple(wide))

    @functools.wraps(view, assigned=("__doc__", "__module__"))
    def open_explorer(image=None, **parameters):
        return (binding or Explorer)(spec, image, parameters)

    del open_explorer.__wrapped__  # the signature is this function's, not the view's
    open_explorer.__name__ = open_explorer.__qualname__ = name
    open_explorer.spec = spec
    return open_explorer


class Explorer(widgets.VBox):
    """Controls above panes, the line of code below; shows a still picture where no kernel runs."""

    def __init__(self, spec, image=None, parameters=None):
        self.spec = spec
        self._shown, self._panes = {}, {}
        self._later = None  # the full computation that a preview has put off
        self._source = "image"
        self.image = self._first = self._prepare(spec.sample() if image is None else image)
        self._given = parameters or {}
        self.controls = self._make_controls(self._given)
        self._code = widgets.HTML()
        self._code.add_class("course-code")
        self._refusal = widgets.HTML()
        self._refusal.add_class("course-refusal")
        self._area = widgets.Box(layout=widgets.Layout(flex_flow="row wrap", align_items="flex-start"))
        self._texts = widgets.VBox()
        self._note = widgets.HTML()
        self._upload = widgets.FileUpload(
            accept="image/*", description="Your picture", tooltip="Explore a picture of your own"
        )
        self._upload.observe(self._take_upload, "value")
        self._back = widgets.Button(
            description="Back to the first picture", layout={"display": "none", "width": "auto"}
        )
        self._back.on_click(lambda _: self._change_picture(self._first, "image"))
        self._bar = widgets.Box(layout=widgets.Layout(flex_flow="row wrap", align_items="flex-start"))
        foot = widgets.HBox([self._upload, self._back, self._code], layout={"flex_flow": "row wrap"})
        super().__init__([widgets.HTML(STYLE), self._bar, self._refusal, self._area, self._texts, self._note, foot])
        self.add_class("course-explorer")
        self._show_controls()
        self.update_in_full()

    @property
    def parameters(self):
        """The controls' values by name."""
        return {name: control.value for name, control in self.controls.items()}

    def set(self, **parameters):
        """Move controls from code, as the learner does by hand."""
        for name, value in parameters.items():
            self.controls[name].value = value

    def update(self, *_):
        """Show the view for the controls' values; a slow one as a preview first, and in full a moment later."""
        loop = _running_loop() if self.spec.preview else None
        if loop is None:
            self.update_in_full()
            return
        self._forget_later()
        self._later = loop.call_later(PAUSE, self.update_in_full)
        every = round(1 / self.spec.preview)
        self._compute(self.image[::every, ::every], PREVIEW, every)

    def update_in_full(self):
        """Show the view of the whole picture now, whatever a preview has put off."""
        self._forget_later()
        self._compute(self.image)

    def _forget_later(self):
        if self._later is not None:
            self._later.cancel()
            self._later = None

    def _compute(self, image, note="", every=1):
        """Compute the view for the controls' values and show what changed."""
        fewer = {name: self.controls[name].value / every for name in self.spec.pixels} if every > 1 else {}
        try:
            panes = self.spec.view(image, **self.parameters | fewer)
        except (ValueError, TypeError) as error:
            self._refuse(error)
            return
        self._refusal.value, self._note.value = "", note
        self.panes = panes
        if panes.keys() != self._panes.keys():
            self._lay_out(panes)
        for name, pane in panes.items():
            if self._shown.get(name) is not pane:
                _show(self._panes[name], pane)
        self._shown = panes
        self._code.value = self._code_html()

    def code(self, **elsewhere):
        """The line of code that makes what is on the screen, or would if some controls stood elsewhere."""
        code, parameters = self.spec.code, self.parameters | elsewhere
        return code(**parameters) if callable(code) else code.format(**parameters)

    def still_controls(self):
        """The controls that stand elsewhere in the still picture, and where."""
        return {name: value for name, value in self.spec.still.items() if name not in self._given}

    def still_panes(self):
        """The panes for pages where no kernel runs, of the whole picture."""
        if self._later is not None:
            self.update_in_full()
        elsewhere = self.still_controls()
        return self.spec.view(self.image, **self.parameters | elsewhere) if elsewhere else self.panes

    def _prepare(self, image):
        array = check_array(image)
        if self.spec.takes == "grey" and array.ndim == 3:
            grey = rgb2gray(check_color(array))
            return img_as_ubyte(grey) if array.dtype == np.uint8 else grey
        if self.spec.takes == "colour" and array.ndim == 2:
            return np.stack([array] * 3, axis=-1)
        return array

    def _make_controls(self, parameters):
        first = {
            name: p.default
            for name, p in inspect.signature(self.spec.view).parameters.items()
            if p.default is not p.empty
        }
        unknown = parameters.keys() - self.spec.controls.keys()
        if unknown:
            raise TypeError(
                f"{self.spec.name} has no control {', '.join(sorted(unknown))}; it has {', '.join(self.spec.controls)}"
            )
        controls = {}
        for name, given in self.spec.controls.items():
            shape = given(self.image) if callable(given) and given not in (bool, str) else given
            controls[name] = make_control(name, shape, parameters.get(name), first.get(name))
            controls[name].observe(self.update, "value")
        return controls

    def _show_controls(self):
        self._bar.children = list(self.controls.values())

    def _lay_out(self, panes):
        self._shown = {}
        self._panes = {name: _pane_widget(pane) for name, pane in panes.items()}
        texts = [w for name, w in self._panes.items() if isinstance(panes[name], str)]
        self._area.children = [
            _captioned(name, w, name in self.spec.wide)
            for name, w in self._panes.items()
            if not isinstance(panes[name], str)
        ]
        self._texts.children = texts

    def _take_upload(self, change):
        if not change.new:
            return
        upload = change.new[0]
        try:
            picture = data.read(bytes(upload["content"]), max_side=UPLOAD_SIDE)
            image = self._like_first(self._prepare(picture))
        except ValueError as error:
            self._refuse(str(error).replace("this file", upload["name"], 1))
        else:
            self._change_picture(image, own_picture_code(upload["name"], picture, image))
        self._upload.value = ()  # so that the same file can be chosen again

    def _like_first(self, image):
        """Return a picture with the same kind of numbers as the first one, so that the controls keep their meaning."""
        if self._first.dtype.kind == "f":
            return img_as_float(image)
        return picture_as_ubyte(image) if self._first.dtype == np.uint8 else image

    def _change_picture(self, image, source):
        self.image, self._source = image, source
        self._back.layout.display = "none" if image is self._first else ""
        kept = {name: c.value for name, c in self.controls.items() if not callable(self.spec.controls[name])}
        self.controls = self._make_controls(kept)
        self._show_controls()
        self.update()

    def _refuse(self, error):
        self._refusal.value = f"<b>Not shown:</b> {html.escape(str(error))}"

    def _code_html(self):
        own = "" if self._source == "image" else f"image = {self._source}\n"
        return f'<code>{html.escape(own + self.code())}</code> <button onclick="{COPY}">copy</button>'

    def _ipython_display_(self):
        """Show a still picture, then the explorer; the style shows the one of them that works."""
        picture = still(self.still_panes(), self.spec.name.replace("_", " "), self.spec.wide)
        display({"text/html": ONE_OF_TWO, "text/plain": ""}, raw=True)
        if picture is not None:
            display({"image/png": base64.b64encode(picture).decode(), "text/plain": "a still picture"}, raw=True)
        told = {"text/plain": f"explorer {self.spec.name}: {self.code(**self.still_controls())}"}
        display(self._repr_mimebundle_() | told, raw=True)


def _running_loop():
    try:
        return asyncio.get_running_loop()
    except RuntimeError:  # no kernel: there is no later
        return None


def make_control(name, shape, value=None, first=None):
    """Return the widget for a control given in short: see `explorer`."""
    label = name.replace("_", " ")
    if isinstance(shape, widgets.Widget):
        shape.value = first if value is None else value
        return shape
    common = {"description": label, "style": {"description_width": "initial"}}
    if shape is bool:
        return widgets.Checkbox(value=bool(first if value is None else value), indent=False, description=label)
    if shape is str:
        layout = widgets.Layout(width="340px", max_width="100%")
        return widgets.Text(value=str(first if value is None else value), layout=layout, **common)
    if isinstance(shape, list):
        chosen = shape[0] if first is None else first
        chosen = chosen if value is None else value
        if chosen not in shape:
            raise ValueError(f"{name} cannot be {chosen!r}; choose one of {', '.join(map(str, shape))}")
        kind = widgets.ToggleButtons if len(shape) <= 4 else widgets.Dropdown
        if kind is widgets.ToggleButtons:
            common["style"] = {"description_width": "initial", "button_width": "auto"}
        return kind(options=shape, value=chosen, **common)
    low, high, step, *own_first = shape
    start = own_first[0] if own_first else (low if first is None else first)
    start = start if value is None else value
    if not low <= start <= high:
        raise ValueError(f"{name} goes from {low} to {high}, not {start}")
    whole = all(isinstance(number, int | np.integer) for number in (low, high, step))
    kind = widgets.IntSlider if whole else widgets.FloatSlider
    decimals = next(d for d in range(6) if round(step, d) == step)
    extra = {} if whole else {"readout_format": f".{decimals}f"}
    layout = widgets.Layout(width="340px", max_width="100%")
    return kind(value=start, min=low, max=high, step=step, layout=layout, **extra, **common)


def own_picture_code(name, picture, image):
    """Return the code that reads an own picture as the explorer does."""
    reduced = f", max_side={UPLOAD_SIDE}" if max(picture.shape[:2]) == UPLOAD_SIDE else ""
    code = f"data.read({name!r}{reduced})"
    if picture.ndim == 3 and image.ndim == 2:
        code = f"color.rgb2gray({code})"
        return f"util.img_as_ubyte({code})" if image.dtype == np.uint8 else code
    return f"util.img_as_float({code})" if image.dtype.kind == "f" else code


def picture_as_ubyte(image):
    """Return a picture as 0 to 255, whatever its type was."""
    return img_as_ubyte(np.clip(image, 0, 1) if image.dtype.kind == "f" else image)


def _pane_widget(pane):
    if isinstance(pane, Chart | Grid | str):
        return widgets.HTML()
    return widgets.Image(format="png")


def _captioned(name, widget, wide=False):
    box = widgets.VBox([widgets.HTML(f"<b>{html.escape(name)}</b>"), widget])
    box.add_class("course-pane")
    if wide:
        box.add_class("course-wide")
    return box


def _show(widget, pane):
    if isinstance(pane, str):
        widget.value = pane
    elif isinstance(pane, Chart):
        widget.value = chart_svg(pane)
    elif isinstance(pane, Grid):
        widget.value = grid_svg(pane)
    else:
        kind, content = picture_bytes(pane)
        with widget.hold_sync():
            widget.format, widget.value = kind, content
