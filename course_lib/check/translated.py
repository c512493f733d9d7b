"""What the messages of Python and NumPy that mislead beginners mean, and what to do."""

import re

from .handing import said

NUMBER_OF = {"0": "row", "1": "column", "2": "channel"}


def _out_of_bounds(match):
    index, axis, size = match.groups()
    what = NUMBER_OF.get(axis, "place") if axis else "place"
    last = f"they count from 0 to {int(size) - 1}" if size != "0" else "the array is empty"
    return (
        f"there is no {what} {index}: {last}. Does a loop or a slice go one too far, or are rows and columns exchanged?"
    )


def _no_attribute(match):
    kind, name = match.groups()
    if name in ("rows", "cols", "columns", "height", "width"):
        return f"an array has no .{name}: how many rows and columns it has stands in .shape."
    return (
        f"an array has no .{name}: is it spelled so, or is it a function, np.{name}(…)?" if "ndarray" in kind else None
    )


# (pattern of "Type: message", its meaning: a text with the pattern's groups, or a function of the match)
MEANINGS = [
    (
        r"truth value of an array",
        "a whole array stands where one yes or no is wanted: after if or while, around and, or, not, or in a < b < c. For each pixel by itself, write & or | or ~ with brackets around each comparison, or np.where(…).",
    ),
    (
        r"object too deep",
        "numbers in one row are wanted here (an array with one axis), and this one has more: .ravel() puts all rows into one.",
    ),
    (
        r"could not be broadcast together with (?:remapped )?shapes (\([\d,]*\)) (\([\d,]*\))",
        "two arrays of the shapes {0} and {1} cannot be combined number by number: their shapes have to agree. Is one of them cut too short, or lacks it the axis of the channels ([..., None] adds one)?",
    ),
    (
        r"could not broadcast input array from shape (\([\d,]*\)) into shape (\([\d,]*\))",
        "what should be written has the shape {0}, and the place for it {1}: both sides of the = need the same.",
    ),
    (
        r"too many indices for array: array is (\d)-dimensional, but (\d) were indexed",
        "of axes this array has {0}, and {1} positions stand in the brackets. A grey picture has rows and columns, a colour picture channels too: which one came in here?",
    ),
    (
        r"axis (\d+) is out of bounds for array of dimension (\d)",
        "there is no axis {0}: this array has {1}, counted from 0. A grey picture has no axis of channels, and one row of numbers has only axis 0.",
    ),
    (
        r"only (?:0-dimensional|length-1|size-1) arrays can be converted|only integer scalar arrays can be converted",
        "one number is wanted here, and a whole array came: three numbers of a colour pixel, or a row? NumPy's own functions, such as np.sqrt or .astype(int), take arrays.",
    ),
    (
        r"Python integer (-?\d+) out of bounds for (\w+)",
        "{0} does not fit into {1}: such an array knows no numbers below 0, or ends too soon (uint8 at 255, int8 at 127). Convert the array first, as with image.astype(int) or image.astype(float).",
    ),
    (r"inhomogeneous shape", "the rows are not equally long: an array needs rows of one length."),
    (
        r"setting an array element with a sequence",
        "one place of an array takes one number, and several came: is it a colour pixel, or a list?",
    ),
    (r"index (-?\d+) is out of bounds for axis (\d) with size (\d+)", _out_of_bounds),
    (r"index (-?\d+) is out of bounds for() size (\d+)", _out_of_bounds),
    (
        r"IndexError: (?:list|tuple|string) index out of range",
        "the list is shorter than that: positions count from 0. Is it empty, or does a loop go one too far?",
    ),
    (
        r"boolean index did not match",
        "mask and array differ in shape: a mask in square brackets needs the shape of the picture, or of its rows and columns.",
    ),
    (
        r"only integers, slices|slice indices must be integers|indices must be integers or slices|'float' object cannot be interpreted as an integer|expected a sequence of integers",
        "a position or a size has to be a whole number: / always gives a decimal number, // a whole one.",
    ),
    (
        r"arrays used as indices must be of integer",
        "positions have to be whole numbers, or a mask of True and False: .astype(int) makes whole numbers.",
    ),
    (
        r"'NoneType'",
        "something is None here. A function without return gives None, and so do .sort() and .append(), which change their list: was one of them stored with =?",
    ),
    (
        r"'tuple' object is not callable|'list' object is not callable|'numpy.ndarray' object is not callable",
        "round brackets call a function, and this is none: square brackets pick out of it. Or is a comma or a * missing before the bracket?",
    ),
    (
        r"'tuple' object does not support item assignment",
        "a tuple cannot be changed: make a new one, or work with a list.",
    ),
    (
        r"'tuple'|to tuple$",
        "a tuple stands where an array is wanted. .shape is one, and so is what a function with several results gives: take the part that you need, as in image.shape[0].",
    ),
    (
        r"'list' object has no attribute|(?:can't multiply sequence|list indices must be)|'list' and '(?:int|float|list)'",
        "a list does not compute as an array does: np.array(…) makes an array of it.",
    ),
    (r"([\w.<>]+)\(\) missing \d+ required", "the call of {0} lacks an argument."),
    (r"(\w+)\(\) takes (?:from )?.*positional argument", "{0} was called with more arguments than it takes."),
    (
        r"unexpected keyword argument '(\w+)'|'(\w+)' is an invalid keyword",
        "the function that is called here has no argument named {0}: is it spelled so? help(…) or Shift+Tab shows its arguments.",
    ),
    (
        r"(?:UnboundLocalError: )?cannot access local variable '(\w+)'|local variable '(\w+)' referenced",
        "{0} is used before it has got a value: give it one before the loop or the if.",
    ),
    (
        r"NameError: name '(\w+)' is not defined",
        "{0} is not known here. Did you run the cell that imports or defines it, and is it spelled so?",
    ),
    (r"'([\w.]*ndarray)' object has no attribute '(\w+)'", _no_attribute),
    (
        r"module '([\w.]+)' has no attribute '(\w+)'",
        "there is no {1} in {0}: is it spelled so? Tab shows what is there.",
    ),
    (
        r"Cannot cast ufunc '\w+' output from dtype\('(\w+)'\) to dtype\('(\w+)'\)",
        "+=, -=, *= and /= write into the array itself, and its type, {1}, has no room for {0}: write a = a * b, or convert it first with .astype(float).",
    ),
    (
        r"boolean (?:subtract|negative)",
        "masks are no numbers: ~ turns a mask round, a & ~b takes one off another; or convert it first with .astype(int).",
    ),
    (
        r"ufunc '(?:bitwise|invert|logical)\w*' not supported",
        "&, | and ~ are for masks, and here stand other numbers: does each comparison have its own brackets, (a > 1) & (b < 2)?",
    ),
    (
        r"(?:too many|not enough) values to unpack \(expected (\d)",
        "on the left of the = stand {0} names, and what comes has another number of parts. A colour picture's shape has three, a grey one's two: rows, cols = image.shape[:2] takes both.",
    ),
    (
        r"zero-size array|attempt to get arg(?:max|min) of an empty|(?:max|min)\(\) (?:arg|iterable argument) is (?:an )?empty",
        "there is nothing in it: the largest or the least of an empty array or list cannot be told. What should come back then?",
    ),
    (
        r"cannot reshape array of size (\d+) into shape (\([\d,]*\))",
        "{0} numbers do not fill the shape {1} exactly.",
    ),
    (
        r"matmul: |shapes \([\d,]*\) and \([\d,]*\) not aligned",
        "@ and np.dot multiply rows with columns, and their lengths have to agree; * multiplies number by number.",
    ),
    (
        r"'(?:int|float|numpy\.\w+|bool)' object is not (?:iterable|subscriptable)",
        "this is one number: there is nothing to go through, or to pick out of it.",
    ),
    (r"ZeroDivisionError", "something is divided by 0: what should come back then?"),
    (r"KeyError: (.+)", "there is no entry {0} in this dict."),
    (
        r"RecursionError",
        "your function calls itself without end: is the function that it should call named differently?",
    ),
    (r"MemoryError", "it asks for more memory than there is: how large does the array become?"),
    (r"SystemExit", "it ends the whole program (exit or quit): return gives a result back."),
    (r"NotImplementedError", "it is not written yet."),
]


def meaning(error):
    """Return what an error means and what to do, or "" where its own message is as good."""
    text = f"{type(error).__name__}: {said(error)}"
    for pattern, meant in MEANINGS:
        if match := re.search(pattern, text):
            groups = [group for group in match.groups() if group is not None]
            return (meant(match) if callable(meant) else meant.format(*groups)) or ""
    return ""
