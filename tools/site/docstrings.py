"""A Sphinx extension: docstrings hold formulas as they are typed, and |d|, x_ or u* mean nothing else."""

import re

CODE = re.compile(r"(``.+?``|`.+?`)")
SIGNS = re.compile(r"\||(?<=\w)_(?!\w)|(?<=\w)\*(?=[\s,.)])")


def setup(app):
    """Let every docstring be read as plain text before its sections are looked for."""
    app.connect("autodoc-process-docstring", lambda *event: plain(event[-1]), priority=100)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def plain(lines):
    """Escape, in the lines of a docstring, what reStructuredText takes for its own; examples stay as they are.

    >>> lines = ["|d| and ``a|b``", ">>> a | b"]
    >>> plain(lines)
    >>> lines
    ['\\\\|d\\\\| and ``a|b``', '>>> a | b']
    """
    example = False
    for number, line in enumerate(lines):
        example = bool(line.strip()) and (example or line.lstrip().startswith(">>>"))
        if not example:
            parts = CODE.split(line)
            lines[number] = "".join(part if part.startswith("`") else SIGNS.sub(r"\\\g<0>", part) for part in parts)
