"""The thin binding between a pure view and its controls.

A view is a function ``view(image, **parameters) -> {name: pane}``. A pane is a picture (an array), a `Chart`, a
`Grid` of numbers, or a line of HTML text. The binding reads the parameters off the controls, calls the view, and
sends the panes that changed to the browser. It holds no image mathematics.
"""

import functools
import html
import threading

import ipywidgets as widgets
from IPython.display import display

from ..figures import for_page
from .controls import make_controls
from .drawn import CHART_STYLE
from .looks import COPY, ONE_OF_TWO, STYLE, lay_out, pane_widget, show
from .names import names_for
from .older import view_bundle
from .own_picture import OwnPicture
from .reading import READ_STYLE, as_html, shown_now, summary
from .spec import Spec
from .static import still
from .turns import alone, beside, outcome, running_loop

PAUSE = 0.03  # seconds for the preview to get on its way, before the whole picture is begun
BUSY = "course-busy"  # the style shows it, where that takes a moment
PREVIEW = "Quick preview on part of the pixels; the full picture follows."


def explorer(view, *, code, sample, takes="any", binding=None, preview=None, still=None, pixels=(), wide=(), side=None,
             idle=None, reads=None, least=1, stages=(), **controls):  # fmt: skip
    """Return a function that opens an explorer of `view`.

    Parameters
    ----------
    view : callable
        ``view(image, **parameters) -> {name: pane}``; its keyword defaults are the controls' first values, where
        the control itself does not give one. It works at every corner of its controls.
    code : str or callable
        The line that makes what is on the screen: a format string of the parameters, or a function of them (and of
        the picture, if it has a parameter `image`).
    sample : callable
        Makes the picture that is shown where the learner gives none.
    takes : {"grey", "colour", "any"}
        What the view needs; other pictures are converted.
    binding : type, optional
        `Explorer` or a class derived from it.
    preview : float, optional
        For slow views: a moved control is answered at once on this share of the rows and columns (0.5: every
        second one), and in full as soon as that is done; what is newer ends that.
    still : dict, optional
        Values of controls for the still picture, where what the explorer opens with would answer the chapter's
        question before it is asked. A value that the chapter itself gives stays.
    pixels : tuple of str
        Names of the controls that count pixels: a preview of half as many rows gets half their value.
    wide : tuple of str
        Names of panes that hold small things, such as the lines between two pictures: they take twice the room.
    side : int, optional
        For slow views: of pictures with longer sides only every second, third, ... row and column is used.
    idle : dict, optional
        For controls that some settings of others disable: ``{name: function of image and parameters}`` that
        tells whether it does nothing now. It is greyed then.
    reads : function, tuple of functions, or dict, optional
        What makes what is on the screen, to be read under it; at most 25 lines each. With one function of a few lines
        those that it calls are shown as well. Where a control chooses among functions: ``{value: function}``. Without
        it, the view itself is shown.
    least : int, optional
        The rows and columns that the view needs: own pictures with fewer are refused, and so are previews.
    stages : tuple, optional
        For step-throughs: for step 0, 1, ... the function at work, whose call is marked and which is shown itself; or
        a text in the lines to be marked, or several of both, or None. The last one holds for all later steps.
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
    spec = Spec(name, view, controls, code, sample, takes, preview, still or {}, tuple(pixels), tuple(wide), side,
                idle or {}, reads, least, tuple(stages))  # fmt: skip

    @functools.wraps(view, assigned=("__doc__", "__module__"))
    def open_explorer(image=None, **parameters):
        return (binding or Explorer)(spec, image, parameters)

    del open_explorer.__wrapped__  # the signature is this function's, not the view's
    open_explorer.__name__ = open_explorer.__qualname__ = name
    open_explorer.spec = spec
    return open_explorer


class Explorer(OwnPicture, widgets.VBox):
    """Controls above panes, the line of code below; shows a still picture where no kernel runs."""

    def __init__(self, spec, image=None, parameters=None):
        self.spec = spec
        self._lock = threading.RLock()
        self._shown, self._panes = {}, {}
        self._turn, self._is_preview = 0, False
        self._take_first(image)
        self._given = parameters or {}
        self.controls = self._make_controls(self._given)
        self._make_parts()
        foot = widgets.HBox([self._upload, self._camera, self._back, self._code], layout={"flex_flow": "row wrap"})
        style = widgets.HTML(STYLE + CHART_STYLE + READ_STYLE)
        shown = (self._bar, self._refusal, self._area, self._texts, self._note, foot, self._fold, self._reading)
        super().__init__([style, *shown, names_for(f"explorer {self.spec.name.replace('_', ' ')}")])
        self.add_class("course-explorer")
        self._show_controls()
        self.update_in_full()

    def _make_parts(self):
        self._code, self._refusal, self._note = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self._code.add_class("course-code")
        self._refusal.add_class("course-refusal")
        self._fold, self._reading = widgets.HTML(summary(self.spec)), widgets.HTML()
        self._fold.add_class("course-fold")
        self._reading.add_class("course-reading")
        self._area, self._texts = widgets.Box(), widgets.VBox()
        self._texts.add_class("course-texts")
        self._bar = widgets.Box(layout=widgets.Layout(flex_flow="row wrap", align_items="flex-start"))
        self._make_buttons()

    @property
    def parameters(self):
        """The controls' values by name."""
        return {name: control.value for name, control in self.controls.items()}

    def set(self, **parameters):
        """Move controls from code, as the learner does by hand."""
        for name, value in parameters.items():
            self.controls[name].value = value

    @alone
    def update(self, *_):
        """Show the view for the controls' values; a slow one as a preview first, and then in full."""
        every = round(1 / self.spec.preview) if self.spec.preview else 1
        loop = running_loop() if every > 1 and min(self.image.shape[:2]) >= every * self.spec.least else None
        if loop is None:
            return self.update_in_full()
        self._turn, self._is_preview = self._turn + 1, True
        self._compute(self.image[::every, ::every], PREVIEW, every)
        # Not cancelled: what is newer may come in another thread than the one whose loop waits
        loop.call_later(PAUSE, self._begin_whole, self._turn)

    @alone
    def update_in_full(self):
        """Show the view of the whole picture now, whatever a preview has put off."""
        self._turn, self._is_preview = self._turn + 1, False
        self._compute(self.image)
        self._upload.done()

    @alone
    def _begin_whole(self, turn):
        """Begin with the whole picture, unless there is something newer; what comes meanwhile ends it."""
        if turn == self._turn:
            self.add_class(BUSY)
            view = functools.partial(self.spec.view, self.image, **self.parameters)
            beside(view, lambda: turn != self._turn, functools.partial(self._end_whole, turn))

    @alone
    def _end_whole(self, turn, panes, error):
        if turn == self._turn:
            self._is_preview = False
            self.remove_class(BUSY)
            self._show(panes, error)
            self._upload.done()

    def _compute(self, image, note="", every=1):
        """Compute the view for the controls' values and show what changed."""
        parameters = self.parameters
        fewer = {name: parameters[name] / every for name in self.spec.pixels} if every > 1 else {}
        if not self._camera.live:  # whose frames follow each other quickly
            self.add_class(BUSY)
        panes, error = outcome(functools.partial(self.spec.view, image, **parameters | fewer))
        self.remove_class(BUSY)
        self._show(panes, error, note)

    def _show(self, panes, error, note=""):
        """Show those panes of a view that changed, or why there are none."""
        if isinstance(error, (ValueError, TypeError)):
            return self._refuse(error)
        if error:
            raise error
        self._refusal.value, self._note.value = "", " ".join(filter(None, (self._about, note)))
        self.panes = panes
        if panes.keys() != self._panes.keys():
            self._lay_out(panes)
        for name, pane in panes.items():
            if self._shown.get(name) is not pane:
                show(self._panes[name], pane, name)
        self._shown = panes
        for name, does_nothing in self.spec.idle.items():
            self.controls[name].disabled = bool(does_nothing(image=self.image, **self.parameters))
        self._code.value = self._code_html()
        self._reading.value = as_html(*shown_now(self.spec, self.parameters))

    def code(self, **elsewhere):
        """The line of code that makes what is on the screen, or would if some controls stood elsewhere."""
        return self.spec.code_of(self.image, self.parameters | elsewhere)

    def still_controls(self):
        """The controls that stand elsewhere in the still picture, and where."""
        return {name: value for name, value in self.spec.still.items() if name not in self._given}

    @alone
    def still_panes(self):
        """The panes for pages where no kernel runs, of the whole picture."""
        if self._is_preview:
            self.update_in_full()
        elsewhere = self.still_controls()
        return self.spec.view(self.image, **self.parameters | elsewhere) if elsewhere else self.panes

    def _make_controls(self, given):
        controls = make_controls(self.spec, self.image, given)
        for control in controls.values():
            control.observe(self.update, "value")
        return controls

    def _show_controls(self):
        self._bar.children = list(self.controls.values())

    def _lay_out(self, panes):
        self._shown = {}
        self._panes = {name: pane_widget(pane) for name, pane in panes.items()}
        drawn = {name: w for name, w in self._panes.items() if not isinstance(panes[name], str)}
        lay_out(self._area, drawn, self.spec.wide)
        self._texts.children = [w for name, w in self._panes.items() if name not in drawn]

    def _refuse(self, error):
        self._refusal.value = f"<b>Not shown:</b> {html.escape(str(error))}"
        self._upload.clear()

    def _code_html(self):
        return f'<code>{html.escape(self._source + self.code())}</code> <button onclick="{COPY}">copy</button>'

    def _ipython_display_(self, **_):
        """Show a still picture, then the explorer; the style shows the one of them that works."""
        picture = still(self.still_panes(), self.spec.name.replace("_", " "), self.spec.wide)
        display({"text/html": ONE_OF_TWO, "text/plain": ""}, raw=True)
        if picture is not None:
            display(for_page(picture, quality=75) | {"text/plain": "a still picture"}, raw=True)
        told = {"text/plain": f"explorer {self.spec.name}: {self.code(**self.still_controls())}"}
        display(view_bundle(self) | told, raw=True)
