"""What ipywidgets 7, which Colab has, does not do by itself."""


def view_bundle(widget):
    """Return what shows a widget on a page, as {type: data}; ipywidgets 8 has a method for it."""
    view = {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}
    return {"text/plain": type(widget).__name__, "application/vnd.jupyter.widget-view+json": view}


def focus(widget):
    """Move the keyboard to a widget, where it can be moved."""
    if hasattr(widget, "focus"):
        widget.focus()


def explain(widget, text):
    """Give a widget a text that appears under the mouse; the trait had another name."""
    setattr(widget, "tooltip" if hasattr(widget, "tooltip") else "description_tooltip", text)
    return widget
