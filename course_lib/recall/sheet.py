"""A sheet of questions: one at a time, each with a sentence for the answer that was given."""

import functools
import html
import re

import ipywidgets as widgets
from IPython.display import display

from ..explore.older import focus, view_bundle

STYLE = """<style>
.course-recall { border-left: 4px solid var(--jp-brand-color1, #0072b2); padding: 2px 12px; max-width: 720px; }
.course-recall :is(.widget-html-content, .widget-htmlmath-content) { line-height: 1.45; }
.course-recall .widget-text { width: 320px; max-width: 100%; }
.course-recall button { height: auto; min-height: 30px; width: 100%; max-width: 640px; }
.course-recall button { margin: 3px 0; padding: 4px 10px; }
.course-recall button { text-align: left; white-space: normal; line-height: 1.35; }
.course-recall code { padding: 0 3px; background: var(--jp-layout-color2, #eee); }
</style>"""


class Sheet(widgets.VBox):
    """Questions, one after the other.

    Parameters
    ----------
    questions : list of Question
    keep : callable
        ``keep(question, right)`` notes an answer, and returns a line to show or None.
    closing : callable, optional
        ``closing(results)`` returns the last line, from the list of (question, right).
    """

    def __init__(self, questions, keep, closing=None):
        super().__init__()
        self.add_class("course-recall")
        self.questions, self.results = list(questions), []
        self._keep, self._closing = keep, closing or _score
        self._text, self._told = widgets.HTMLMath(), widgets.HTMLMath()
        self._answers = widgets.VBox()
        self._ask()

    def _ask(self):
        question = self.questions[len(self.results)]
        self._text.value = f"{STYLE}<b>{len(self.results) + 1} of {len(self.questions)}.</b> {as_html(question.ask)}"
        self._told.value = ""
        self._answers.children = self._buttons(question) if question.number is None else self._field(question)
        self.children = [self._text, self._answers, self._told]
        if self.results:
            focus(self._answers.children[0])  # of the first question not: its cell was run to read on

    def _buttons(self, question):
        buttons = [widgets.Button(description=text.replace("`", "")) for text in question.choices()]
        for button, text in zip(buttons, question.choices(), strict=True):
            button.on_click(functools.partial(self._take, question, text))
        return buttons

    def _field(self, question):
        style = {"description_width": "initial"}
        field = widgets.Text(description="Your answer", placeholder="a number", style=style, continuous_update=False)
        button = widgets.Button(description="Compare")
        field.observe(lambda _: self._read(question, field), "value")
        button.on_click(lambda _: self._read(question, field))
        return [field, button]

    def _read(self, question, field):
        try:
            given = float(field.value.replace(",", "."))
        except ValueError:
            self._told.value = as_alert("Type a number first.")
        else:
            self._take(question, given)

    def _take(self, question, given, _button=None):
        if any(answered is question for answered, _ in self.results):
            return  # Enter and the button say it twice
        right, told = question.judged(given)
        self.results.append((question, right))
        note = self._keep(question, right)
        mark = "✓ right" if right else f"✗ The answer is {as_html(question.answer)}"
        noted = f"<p>{html.escape(note)}</p>" if note else ""
        self._told.value = as_alert(f"<p><b>{mark}.</b> {as_html(told)}</p>{noted}")
        said = given if isinstance(given, str) else f"{given:g}"
        self._answers.children = [widgets.HTMLMath(f"You said: {as_html(said)}")]
        self._go_on()

    def _go_on(self):
        if len(self.results) == len(self.questions):
            closing = widgets.HTML(as_alert(f"<b>{html.escape(self._closing(self.results))}</b>"))
            last = widgets.Box([closing])
            last.tabbable = True
        else:
            last = widgets.Button(description="Next question")
            last.on_click(lambda _: self._ask())
        self.children = [self._text, self._answers, self._told, last]
        focus(last)  # by keyboard, one goes on with Enter

    def _repr_mimebundle_(self, **_):
        """Return the sheet, and for a page without a kernel the questions with folded answers."""
        folded = {"text/html": page(self.questions), "text/plain": f"{len(self.questions)} questions"}
        return view_bundle(self) | folded

    if hasattr(widgets.Widget, "_ipython_display_"):  # of ipywidgets 7, which would show the sheet alone

        def _ipython_display_(self, **_):
            display(self._repr_mimebundle_(), raw=True)


def _score(results):
    right = sum(ok for _, ok in results)
    return f"{right} of {len(results)} right. What was wrong comes back tomorrow, the rest later: recall() asks it."


def as_alert(text):
    """Return HTML that a screen reader reads out as soon as it is there."""
    return f'<div role="alert">{text}</div>'


def as_html(text):
    """Return a text with its `code` set as code.

    >>> as_html("`a < b` is a mask")
    '<code>a &lt; b</code> is a mask'
    """
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text, quote=False))


def page(questions):
    """Return questions as HTML, each answer folded."""
    return "".join(_folded(number, question) for number, question in enumerate(questions, 1))


def _folded(number, question):
    choices = "" if question.number is not None else "".join(f"<li>{as_html(text)}</li>" for text in question.choices())
    because = question.because or question.right[1]
    return (
        f"<p><b>{number}.</b> {as_html(question.ask)}</p>" + (f"<ul>{choices}</ul>" if choices else "") + "<details>"
        f"<summary>Answer</summary><p><b>{as_html(question.answer)}.</b> {as_html(because)}</p></details>"
    )
