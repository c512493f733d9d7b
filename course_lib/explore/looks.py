"""How an explorer looks: its style, and the widgets that show its panes."""

import html

import ipywidgets as widgets

from .drawn import chart_html, grid_html
from .panes import Chart, Grid, picture_bytes

STYLE = """<style>
.course-explorer { container-type: inline-size; position: relative; }
.course-explorer .course-area { display: grid; grid-template-columns: repeat(var(--cols), minmax(0, 1fr)); }
.course-explorer .course-area { --cols: 3; gap: 4px 8px; align-items: start; }
.course-explorer .course-area { max-width: calc(var(--cols) * 350px); }
.course-explorer .course-pane { margin: 0; min-width: 0; container: course-pane / inline-size; }
.course-explorer .course-wide { grid-column: span min(2, var(--cols)); }
.course-explorer .course-places-1 { --cols: 1; }
.course-explorer .course-places-2 { --cols: 2; }
.course-explorer :is(.course-places-4, .course-places-7) { --cols: 4; }
@container (max-width: 760px) { .course-explorer .course-places-4 { --cols: 2; } }
@container (max-width: 520px) { .course-explorer .course-area:not(.course-places-1) { --cols: 2; } }
@container (min-width: 1150px) { .course-explorer :is(.course-places-5, .course-places-7) { --cols: 5; } }
@container (min-width: 1150px) { .course-explorer .course-places-6 { --cols: 6; } }
.course-explorer .course-pane img { image-rendering: pixelated; width: 100%; height: auto; object-fit: contain; }
.course-explorer .course-pane img { border: 1px solid var(--jp-border-color2, #ddd); margin: 2px 0; }
.course-explorer .course-pane img { box-sizing: border-box; }
.course-explorer :is(.widget-toggle-buttons, .widget-dropdown) { margin-right: 14px; }
.course-explorer .course-code code { user-select: all; white-space: pre-wrap; }
.course-explorer .course-code code { padding: 2px 6px; background: var(--jp-layout-color2, #eee); }
.course-explorer td { padding: 0 14px 0 0; line-height: 20px; }
.course-explorer .course-names { position: absolute; width: 1px; height: 1px; overflow: hidden; margin: 0; }
.course-explorer .course-names { clip-path: inset(50%); }
.course-explorer .course-area { position: relative; }
.course-explorer.course-busy .course-area::before { position: absolute; inset: -2px 0 auto; height: 3px; content: ""; }
.course-explorer.course-busy .course-area::before { background: var(--jp-brand-color1, #0072b2); opacity: 0; }
.course-explorer.course-busy .course-area::before { animation: course-busy 1s ease-in-out 150ms infinite; }
@keyframes course-busy { from { opacity: 1; width: 0; } to { opacity: 1; width: 100%; } }
.course-explorer .course-refusal { color: var(--jp-error-color1, #b00020); }
</style>"""

# Where the widget lives, hide the still picture before it; where it does not (in JupyterLab a notebook that was saved,
# and opened again without its kernel), hide the widget's error. Each front end has its own class for an output:
# JupyterLab and Notebook 7, VS Code, Notebook 6, Colab. Elsewhere the picture stands above the explorer.
_OUTPUT = ":is(.jp-OutputArea-child, .cell_container > .output_container, .output_area, .display_data)"
ONE_OF_TWO = f"""<div class="course-one-of-two"></div><style>
.jp-OutputArea-child:has(.course-one-of-two) {{ display: none; }}
{_OUTPUT}:has(.course-one-of-two) + {_OUTPUT}:has(+ * .course-explorer) {{ display: none; }}
.jp-OutputArea-child:has(.course-one-of-two) + * + .jp-OutputArea-child:not(:has(.course-explorer)) {{ display: none; }}
</style>"""

COPY = (
    "navigator.clipboard.writeText(this.previousElementSibling.textContent)"
    ".then(() => {this.textContent = 'copied'; setTimeout(() => {this.textContent = 'copy'}, 1500)})"
)


def pane_widget(pane):
    """Return an empty widget for a pane of this kind."""
    if isinstance(pane, Chart | Grid | str):
        return widgets.HTML()
    return widgets.Image(format="png")


def lay_out(area, panes, wide=()):
    """Put captioned panes into an area: side by side, equally large; those named in `wide` take two places."""
    area.children = [_captioned(name, widget, name in wide) for name, widget in panes.items()]
    for name in [name for name in area._dom_classes if name.startswith("course-places-")]:
        area.remove_class(name)
    area.add_class("course-area")
    area.add_class(f"course-places-{min(len(panes) + len([name for name in panes if name in wide]), 7)}")


def _captioned(name, widget, wide):
    box = widgets.VBox([widgets.HTML(f"<b>{html.escape(name)}</b>"), widget])
    box.add_class("course-pane")
    if wide:
        box.add_class("course-wide")
    return box


def show(widget, pane, name=""):
    """Show a pane in its widget; `name` is its caption."""
    if isinstance(pane, str):
        widget.value = pane
    elif isinstance(pane, Chart):
        widget.value = chart_html(pane, name)
    elif isinstance(pane, Grid):
        widget.value = grid_html(pane, name)
    else:
        kind, content = picture_bytes(pane)
        with widget.hold_sync():
            widget.format, widget.value = kind, content
