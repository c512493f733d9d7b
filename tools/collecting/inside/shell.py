"""A notebook's cells, one after the other: IPython without a kernel, which shows nothing and goes on after errors."""

import contextlib
import io
import warnings

from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from .limits import TimeIsUp, within

RUNS_ITS_CELL = {"time", "timeit", "capture", "prun"}  # magics whose cell, or rest of the line, is run


class Shell(InteractiveShell):
    """Magics and commands of the system do nothing here, apart from those that run Python code."""

    def run_line_magic(self, magic_name, line, _stack_depth=1):
        return self.ex(line) if magic_name in RUNS_ITS_CELL and line.strip() else None

    def run_cell_magic(self, magic_name, line, cell):
        if magic_name in RUNS_ITS_CELL:
            self.run_cell(cell, silent=True).raise_error()

    def system(self, command):
        return None

    def getoutput(self, command, split=True, depth=0):
        return []

    def ask_exit(self):
        """Stay: `quit()` ends a cell, and no more."""

    def showtraceback(self, *arguments, **named):
        """Keep quiet: the error comes with the result."""

    showsyntaxerror = showtraceback


class Nowhere(io.TextIOBase):
    """Takes what is printed, and forgets it."""

    def write(self, text):
        return len(text)

    def writable(self):
        return True


def make_shell():
    """Return a shell that keeps no history and shows nothing."""
    settings = Config({"HistoryManager": {"enabled": False, "hist_file": ":memory:"}})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        shell = Shell.instance(config=settings)
    shell.ast_node_interactivity = "none"
    shell.display_formatter.format = lambda *arguments, **named: ({}, {})
    return shell


def run_cell(shell, source, seconds):
    """Run a cell; return None, or (name, text) of the error that it ended with."""
    try:
        with contextlib.redirect_stdout(Nowhere()), contextlib.redirect_stderr(Nowhere()), within(seconds):
            result = shell.run_cell(source, silent=True)
        error = result.error_before_exec or result.error_in_exec
    except TimeIsUp as late:
        error = late
    except BaseException as stop:  # whatever a learner's code does, the next cell is run
        error = stop
    if isinstance(error, TimeIsUp):
        return ["TimeIsUp", f"ran longer than {seconds} s"]
    return error if error is None else [type(error).__name__[:80], said(error)]


def said(error):
    """Return what an error says, cut where it is long."""
    try:
        return str(error)[:2000]
    except BaseException:
        return ""
