"""Figures in a notebook's file: PNG, and JPEG where a photograph in it would take five times the room.

A chapter that is run keeps some forty figures; as PNG they make it 10 MB, which no mail and no repository likes.
"""

import base64
import io
import sys
import weakref

import matplotlib
from matplotlib.figure import Figure
from PIL import Image

LARGE = 30_000  # bytes: drawings stay below it and keep their sharp lines, photographs do not


def for_page(png):
    """Return a PNG picture as {type: base64}, turned into JPEG where it is large.

    Parameters
    ----------
    png : bytes

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
    Image.alpha_composite(white, picture).convert("RGB").save(file, "jpeg", quality=85, optimize=True)
    return {"image/jpeg": base64.b64encode(file.getvalue()).decode()}


def keep_small():
    """Let IPython show Matplotlib's figures by `for_page`; without IPython, do nothing."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is None or "inline" not in matplotlib.get_backend():
        return
    from IPython.core.pylabtools import print_figure
    from matplotlib_inline import backend_inline  # it registers its own way of showing: ours has to come after

    made = weakref.WeakKeyDictionary()  # IPython asks for the types one after the other; a figure is drawn once

    def as_png(figure):
        png = print_figure(figure, "png", **backend_inline.InlineBackend.instance().print_figure_kwargs)
        made[figure] = for_page(png) if png else {}  # an empty figure is not shown
        return made[figure].get("image/png")

    formatters = shell.display_formatter.formatters
    formatters["image/png"].for_type(Figure, as_png)
    formatters["image/jpeg"].for_type(Figure, lambda figure: made.pop(figure, {}).get("image/jpeg"))
