"""The pages of course_lib: one a room, with all its public names, from their docstrings."""

import importlib

ROOMS = (  # by floor, as tests/test_layers.py has them
    *("color", "exposure", "metrics", "morphology", "util", "filters"),
    *("transform", "measure", "segmentation", "restoration", "feature", "plainly"),
    *("data", "show", "explore", "steps", "check", "recall"),
)


def pages():
    """Return {name of a page: its Markdown} for every room, and for the list of rooms."""
    rooms = {room: importlib.import_module(f"course_lib.{room}") for room in ROOMS}
    made = {f"api/{room}.md": page(room, module) for room, module in rooms.items()}
    rows = "\n".join(f"| [`{room}`]({room}.md) | {first_line(module)} |" for room, module in rooms.items())
    entries = "\n".join(ROOMS)
    made["api/index.md"] = (
        "# The library\n\n`course_lib` holds the algorithms that the lessons read. Its names, parameters and results "
        f"are those of scikit-image 0.26.\n\n| room | what it holds |\n|---|---|\n{rows}\n\n"
        f"```{{toctree}}\n:hidden:\n\n{entries}\n```\n"
    )
    return made


def first_line(module):
    """Return the first line of a docstring, as Markdown."""
    return (module.__doc__ or "").strip().split("\n")[0].replace("|", "\\|")


def public(module):
    """Return a room's public functions and classes: those of `__all__`, or else what it defines itself."""
    own = [name for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__]
    names = getattr(module, "__all__", [name for name in own if not name.startswith("_")])
    return sorted(name for name in names if callable(getattr(module, name)))


def page(room, module):
    """Return a room's page."""
    names = public(module)
    kinds = {name: "class" if isinstance(getattr(module, name), type) else "function" for name in names}
    table = "\n".join(f"   {name}" for name in names)
    entries = "\n\n".join(f".. auto{kinds[name]}:: {name}" for name in names)
    return (
        f"# {room}\n\n```{{eval-rst}}\n.. automodule:: course_lib.{room}\n   :no-members:\n\n"
        f".. currentmodule:: course_lib.{room}\n\n.. autosummary::\n   :nosignatures:\n\n{table}\n\n{entries}\n```\n"
    )
