"""Read it: under an explorer, the source of the functions that make what is on the screen."""

import ast
import functools
import html
import inspect
import re
import textwrap
from pathlib import Path

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

LIBRARY = Path(__file__).resolve().parents[1]
THIN = 5  # lines: the work of a shorter function is done by those that it calls, and they are shown too


def address(function):
    """Return the file of a function, as seen from course_lib; its name alone for one that lies elsewhere.

    Examples
    --------
    >>> address(address)
    'explore/reading.py'
    """
    path = Path(inspect.getsourcefile(inspect.unwrap(function))).resolve()
    return path.relative_to(LIBRARY).as_posix() if path.is_relative_to(LIBRARY) else path.name


@functools.cache
def source(function):
    """Return the lines of a function without its docstring, and how many of them are its body."""
    text = textwrap.dedent(inspect.getsource(inspect.unwrap(function)))
    lines, node = text.splitlines(), ast.parse(text).body[0]
    start = node.body[0].lineno - 1
    head, body = lines[:start], lines[start:]
    if ast.get_docstring(node) is not None and len(node.body) > 1:
        body = lines[node.body[0].end_lineno :]
        body = body[1:] if not body[0].strip() else body
    return (*head, *body), sum(bool(line.strip()) for line in body)


def helpers(function):
    """Return the functions of the course that a thin function calls; none for one that does the work itself."""
    if source(function)[1] > THIN:
        return ()
    function = inspect.unwrap(function)
    called = (function.__globals__.get(name) for name in _names(function.__code__))
    ours = [f for f in called if inspect.isfunction(f) and f.__module__.startswith("course_lib.")]
    rooms = {f: address(f).split("/")[0].removesuffix(".py") for f in ours}
    # checks and conversions are not what an algorithm is about
    return tuple(f for f in ours if rooms[f] != "base" and not f.__name__.lstrip("_").startswith("check"))


def _names(code):
    nested = [constant for constant in code.co_consts if inspect.iscode(constant)]
    return dict.fromkeys((*code.co_names, *(name for inner in nested for name in _names(inner))))


def functions_of(reads):
    """Return the functions that are named, one of them alone with its helpers where it is thin."""
    if isinstance(reads, tuple):
        return reads
    try:
        return (reads, *helpers(reads))
    except OSError:  # a view that somebody typed: it has no file to read it from
        return ()


def named(spec):
    """Return all functions that can be read under an explorer, those of its steps apart."""
    choices = spec.reads.values() if isinstance(spec.reads, dict) else [spec.view if spec.reads is None else spec.reads]
    return tuple(dict.fromkeys(function for reads in choices for function in functions_of(reads)))


def shown_now(spec, parameters):
    """Return the functions to be read for these values of the controls, and what marks the lines of this step."""
    if isinstance(spec.reads, dict):
        functions = functions_of(next(reads for value, reads in spec.reads.items() if value in parameters.values()))
    else:
        functions = named(spec)
    stage = spec.stages[min(parameters["step"], len(spec.stages) - 1)] if spec.stages else None
    stage = stage if isinstance(stage, tuple) else () if stage is None else (stage,)
    own = tuple(part for part in stage if callable(part) and part not in functions)
    return functions + own, stage


def is_now(line, stage):
    """Return whether a line belongs to a step: it names one of the step's functions, or holds one of its texts."""
    return any(re.search(rf"(?<!def )\b{part.__name__}\b", line) if callable(part) else part in line for part in stage)


@functools.lru_cache(maxsize=256)  # most steps show what the one before has shown
def as_html(functions, stage=()):
    """Return the source of some functions in colours, the lines of a step marked."""
    return '<div class="course-source">' + "".join(_one(function, stage) for function in functions) + "</div>"


def _one(function, stage):
    lines, count = source(function)
    coloured = highlight("\n".join(lines), PythonLexer(stripnl=False), HtmlFormatter(nowrap=True)).splitlines()
    now = ' class="now" aria-current="step"'
    marks = (now if is_now(line, stage) else "" for line in lines)
    code = "".join(f"<span{mark}>{line}\n</span>" for mark, line in zip(marks, coloured, strict=True))
    name, here = html.escape(function.__name__), now if function in stage else ""
    about = f"<p{here}><code>{address(function)}</code>, {name}, {_lines(count)}</p>"
    return f'{about}<pre tabindex="0" aria-label="source of {name}">{code}</pre>'


def _lines(count):
    return f"{count} line{'s' * (count != 1)}"


def summary(spec):
    """Return the line that opens and closes the fold."""
    if not named(spec):
        return ""
    files = "; ".join(_by_file(spec, "<code>{}</code>", "{}"))
    return f'<details class="course-read"><summary>Read it: {files}</summary></details>'


def told(spec):
    """Return where the functions of an explorer lie and how long they are, for a lesson."""
    return "; ".join(_by_file(spec, "`{}`", "`{}` ({})"))


def _by_file(spec, as_path, as_name):
    """Yield each file and the functions in it, without their names where a control chooses among them."""
    functions = spec.reads.values() if isinstance(spec.reads, dict) else named(spec)
    for path in dict.fromkeys(map(address, functions)):
        there = [f for f in functions if address(f) == path]
        names = [as_name.format(f.__name__, _lines(source(f)[1])) for f in there]
        yield as_path.format(path) if isinstance(spec.reads, dict) else ", ".join([as_path.format(path), *names])


# The colours are those of code cells, in the light and in the dark theme. The fold is a separate widget, which is
# never sent again: so it stays open while the source below it changes with the steps.
READ_STYLE = """<style>
.course-explorer .course-reading { display: none; margin: 0; overflow: visible; }
.course-explorer .course-fold:has(details[open]) + .course-reading { display: flex; }
.course-explorer .course-reading > .widget-html-content { min-width: 0; }
.course-explorer .course-read summary { cursor: pointer; width: fit-content; line-height: 20px; }
.course-source p { margin: 6px 0 0; line-height: 20px; }
.course-source pre { margin: 2px 0; padding: 4px 0; overflow-x: auto; white-space: pre; font-size: 12px; }
.course-source pre { line-height: 17px; background: var(--jp-cell-editor-background, #f5f5f5); }
.course-source pre { color: var(--jp-mirror-editor-variable-color, inherit); }
.course-source pre > span { display: block; padding: 0 8px; width: max-content; min-width: 100%; }
.course-source pre > span { box-sizing: border-box; border-left: 4px solid transparent; }
.course-source p.now { font-weight: 600; }
.course-source pre > .now { border-left-color: var(--jp-brand-color1, #1976d2); font-weight: 600; }
.course-source pre > .now { background: var(--jp-layout-color2, #eee); }
.course-source pre span span:is([class^="k"], .ow) { color: var(--jp-mirror-editor-keyword-color, #008000); }
.course-source pre span span[class^="s"] { color: var(--jp-mirror-editor-string-color, #ba2121); }
.course-source pre span span[class^="m"] { color: var(--jp-mirror-editor-number-color, #080); }
.course-source pre span span[class^="c"] { color: var(--jp-mirror-editor-comment-color, #408080); }
.course-source pre span span:is(.nb, .bp) { color: var(--jp-mirror-editor-builtin-color, #008000); }
.course-source pre span span:is(.nf, .fm) { color: var(--jp-mirror-editor-def-color, #00f); }
.course-source pre span span.o { color: var(--jp-mirror-editor-operator-color, #aa22ff); }
</style>"""
