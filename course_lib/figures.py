"""Figures in a notebook's file: PNG, and JPEG or WebP where a photograph as PNG would take five times the room.

A chapter that is run keeps some forty figures; as PNG they make it 10 MB, which no mail and no repository likes.
"""

import base64
import html
import importlib
import io
import os
import sys
import weakref

import matplotlib
from matplotlib.figure import Figure
from PIL import Image

ON_BOTH = "#7a7a7a"
LARGE = 30_000  # bytes: drawings stay below it and keep their sharp lines, photographs do not

# In JupyterLab's dark theme a chart has light lines on the page's own dark grey (0x11 of 0xff), in the same hues.
AT_NIGHT = '<style>[data-jp-theme-light="false"] .course-chart{filter:invert(.933) hue-rotate(180deg)}</style>'


def for_page(png, quality=85):
    """Return a PNG picture as {type: base64}, turned into JPEG where it is large.

    Parameters
    ----------
    png : bytes
    quality : int
        Of the JPEG, up to 95.

    Returns
    -------
    dict of str to str
        One entry, for ``image/png`` or ``image/jpeg``.
    """
    if len(png) <= LARGE:
        return {"image/png": base64.b64encode(png).decode()}
    picture = Image.open(io.BytesIO(png)).convert("RGBA")
    white = Image.new("RGBA", picture.size, "white")  # JPEG knows no transparency
    file = io.BytesIO()
    Image.alpha_composite(white, picture).convert("RGB").save(file, "jpeg", quality=quality, optimize=True)
    return {"image/jpeg": base64.b64encode(file.getvalue()).decode()}


def as_html(png, alt, *, chart=False):
    """Return a PNG picture as HTML with a text for those who do not see it.

    JupyterLab shows this text from HTML alone. A large picture becomes WebP, which keeps what is transparent.

    Parameters
    ----------
    png : bytes
    alt : str
    chart : bool
        Whether it is drawn on white paper, with nothing photographed on it: then a dark theme may turn it over.

    Returns
    -------
    str
    """
    kind, content = "png", png
    if len(png) > LARGE:
        file = io.BytesIO()
        Image.open(io.BytesIO(png)).save(file, "webp", quality=85, method=2)
        kind, content = "webp", file.getvalue()
    address = f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
    style, named = (AT_NIGHT, 'class="course-chart" ') if chart else ("", "")
    return f'{style}<img {named}style="max-width:100%" alt="{html.escape(alt)}" src="{address}">'


def is_chart(figure):
    """Return whether a Matplotlib figure has no pictures in it."""
    return not any(axes.images for axes in figure.axes)


def without_paper(figure):
    """Make a Matplotlib figure of pictures alone transparent, with titles to be read on white and in a dark theme."""
    axes = [axes for axes in figure.axes if axes.has_data()]
    if axes and all(a.images and not (a.axison and len([*a.get_xticks(), *a.get_yticks()])) for a in axes):
        figure.patch.set_alpha(0)
        for title in (a.title for a in axes):
            title.set_color(ON_BOTH)


def described(figure):
    """Return what a Matplotlib figure shows, in words: titles, sizes of pictures, names of axes and curves."""
    told = [_told(axes) for axes in figure.axes if axes.has_data()]
    return "; ".join(told) or "an empty figure"


def _told(axes):
    title = axes.get_title()
    if axes.images:
        rows, cols = axes.images[0].get_array().shape[:2]
        return f"{title or 'a picture'}, {rows} by {cols} pixels"
    curves = ", ".join(axes.get_legend_handles_labels()[1])
    named = " over ".join(filter(None, [axes.get_ylabel(), axes.get_xlabel()]))
    return ": ".join(filter(None, [title or "a chart", named, curves]))


def keep_small():
    """Let IPython show Matplotlib's figures small; without IPython, do nothing.

    They are HTML with a text, or where the variable COURSE_FIGURES is "files" pictures alone, which GitHub shows too.
    """
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is None or "inline" not in matplotlib.get_backend():
        return
    importlib.import_module("matplotlib_inline.backend_inline")  # registers its own way of showing: ours comes after

    formatters = shell.display_formatter.formatters
    formatters["text/plain"].for_type(Figure, lambda figure, printer, cycle: printer.text(described(figure)))
    if os.environ.get("COURSE_FIGURES") == "files":
        _keep_files(formatters)
    else:
        _keep_html(formatters)


def _keep_files(formatters):
    """Show figures as pictures alone, PNG or JPEG."""
    made = weakref.WeakKeyDictionary()  # IPython asks for the types one after the other; a figure is drawn once

    def as_png(figure):
        png = _drawn(figure)
        made[figure] = for_page(png) if png else {}  # an empty figure is not shown
        return made[figure].get("image/png")

    formatters["image/png"].for_type(Figure, as_png)
    formatters["image/jpeg"].for_type(Figure, lambda figure: made.pop(figure, {}).get("image/jpeg"))


def _keep_html(formatters):
    """Show figures as HTML with a text."""

    def as_text(figure):
        png = _drawn(figure)
        return as_html(png, described(figure), chart=is_chart(figure)) if png else None

    formatters["image/png"].for_type(Figure, lambda figure: None)
    formatters["text/html"].for_type(Figure, as_text)


def _drawn(figure):
    from IPython.core.pylabtools import print_figure
    from matplotlib_inline.backend_inline import InlineBackend

    without_paper(figure)
    return print_figure(figure, "png", **InlineBackend.instance().print_figure_kwargs)
