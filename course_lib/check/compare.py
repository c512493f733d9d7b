"""How the results of an exercise are compared: each class reads, accepts, and complains in its own way.

`read` makes of what came back a thing that can be compared, or says what kind of thing it is; `same` compares values;
`accepts` asks for the type too, where it matters; `complain` is for answers that no slip explains. Where `alone` is
false, a slip has to give the same in all cases: some results agree by chance there.
"""

import dataclasses
import math

import numpy as np

from .answers import Wrong, as_array
from .places import differing, example
from .rules.shapes import unlike
from .unequal import unequal
from .views import can_be_shown


@dataclasses.dataclass(frozen=True)
class Arrays:
    """Arrays of numbers: values within `tolerance`, and where that is 0 the same type.

    Floats may be those of float32 throughout: other libraries compute in them.

    `nan` says where nan in a result come from, where they are a slip of its own; `keep_type` asks for the type with a
    tolerance too; `whole` takes whole numbers of any type.
    """

    tolerance: float = 0
    nan: str = ""
    keep_type: bool = False
    whole: bool = False
    alone = True

    def read(self, given):
        array = as_array(given)
        if self.nan and array.dtype.kind == "f" and np.isnan(array).any():
            raise Wrong(f"there are nan in it: {self.nan}")
        if (
            self.whole
            and array.dtype.kind in "uif"
            and (np.abs(array.astype(float)) < 2**53).all()
            and (array == np.rint(array)).all()
        ):
            return array.astype(np.int64)
        return array

    def same(self, a, b):
        if a.shape != b.shape:
            return False
        return bool(self._close(a, b).all())

    def _close(self, a, b):
        within = max(self.tolerance or 1e-9, float32_slack(b))
        return np.isclose(a.astype(float), b.astype(float), rtol=0, atol=within, equal_nan=True)

    def accepts(self, given, expected):
        return self.same(given, expected) and not self._wrong_type(given, expected)

    def _wrong_type(self, given, expected):
        exact = self.tolerance == 0 or self.keep_type or expected.dtype == bool
        both_floats = given.dtype.kind == expected.dtype.kind == "f" and not self.keep_type
        return exact and not both_floats and given.dtype != expected.dtype

    def complain(self, given, expected, case):
        if given.shape != expected.shape:
            raise Wrong(unlike(given.shape, expected.shape))
        if expected.dtype == bool != given.dtype:
            raise Wrong(
                f"a mask holds True and False; yours holds {given.dtype} numbers. A comparison such as image > 100 makes one."
            )
        if self.same(given, expected):
            raise Wrong(f"the values are right, but their type should be {expected.dtype}, yours is {given.dtype}.")
        told = differing(given, expected, self._close(given, expected))
        raise Wrong(told, **self.pictures(given, expected, case))

    def evidence(self, given, expected):
        """Return one place, or the shapes, as a sentence that follows a diagnosis."""
        if given.shape != expected.shape:
            return f" The shape is {given.shape}, asked is {expected.shape}."
        close = self._close(given, expected)
        return (
            ""
            if close.all()
            else f" {(~close).sum()} of {close.size} values differ. {example(given, expected, ~close)}"
        )

    def pictures(self, given, expected, case):
        """Return input, expected, yours and their difference, where all of them can be shown."""
        image = next((a for a in case if isinstance(a, np.ndarray) and can_be_shown(a)), expected)
        shown = {"input": image, "expected": expected, "yours": given}
        if not all(map(can_be_shown, shown.values())):
            return {}
        if given.shape == expected.shape:
            shown["difference"] = np.abs(given.astype(float) - expected.astype(float))
        return shown


def float32_slack(expected):
    """Return how far a result computed in float32 may lie from the expected floats; 0 where whole numbers are asked."""
    if expected.dtype.kind != "f" or not expected.size:
        return 0
    return 2e-6 * float(np.abs(expected).max(initial=0, where=np.isfinite(expected)))


@dataclasses.dataclass(frozen=True)
class Numbers:
    """One number, within a share of the one expected."""

    share: float = 1e-6
    alone: bool = True

    def read(self, given):
        return one_number(given)

    def same(self, a, b):
        return abs(a - b) <= 1e-6 * abs(b) + 1e-12

    def accepts(self, given, expected):
        return abs(given - expected) <= self.share * abs(expected) + 1e-12

    def complain(self, given, expected, case):
        raise Wrong(self._told(given, expected))

    def _told(self, given, expected):
        about = "" if float(expected).is_integer() else "about "
        asked, came = f"{expected:.5g}", f"{given:.5g}"
        if asked == came:  # nearly the same: show where they differ
            asked, came = f"{expected:.9g}", f"{given:.9g}"
        return f"expected {about}{asked}, got {came}."

    def evidence(self, given, expected):
        return f" Here: {self._told(given, expected)}"

    def pictures(self, given, expected, case):
        return {}


@dataclasses.dataclass(frozen=True)
class Things:
    """Whatever can be compared by ==: tuples, sets, lists of boxes. `otherwise(given, expected, *case)` complains."""

    otherwise: object = None
    alone: bool = True

    def read(self, given):
        return given

    def same(self, a, b):
        return bool(a == b)

    accepts = same

    def complain(self, given, expected, case):
        told = self.otherwise(given, expected, *case) if self.otherwise else unequal(expected, given)
        raise Wrong(told)

    def evidence(self, given, expected):
        return ""

    def pictures(self, given, expected, case):
        return {}


def one_number(given):
    """Return an answer as a float, or say what is wrong with its kind."""
    if isinstance(given, list | tuple):
        raise Wrong(f"expected one number, got a {type(given).__name__} of {len(given)}.")
    if np.ndim(given) != 0:
        several = ": one for each channel? Take all values together" if np.shape(given) == (3,) else ""
        raise Wrong(f"expected one number, got an array of shape {np.shape(given)}{several}.")
    if isinstance(given, str | bytes):
        raise Wrong(f"expected one number, got the text {given!r:.40}.")
    try:
        given = float(given)
    except (TypeError, ValueError):
        raise Wrong(f"expected one number, got {type(given).__name__}.") from None
    if not np.isfinite(given):
        raise Wrong("the result is not a finite number: was something divided by 0?")
    return given


def rounded_down(score, digits):
    """Return a score as text, rounded down: a near miss must not read as if the goal were reached."""
    if math.isinf(score):
        return "∞"
    return f"{math.floor(score * 10**digits + 1e-9) / 10**digits:.{digits}f}"


def mask_of(given, shape, marked):
    """Return an answer as a mask of this shape, or say what is wrong with its kind; `marked` is what it is True for."""
    given = as_array(given)
    if given.shape != shape:
        raise Wrong(f"the mask should have the shape of the picture, {shape}; yours has {given.shape}.")
    if given.dtype != bool:
        raise Wrong(f"expected a mask of True and False, True for {marked}; yours holds {given.dtype}.")
    return given


def f1(mask, truth):
    """Return the F1 score: 1 if all of the truth and nothing else is marked."""
    return 2 * (mask & truth).sum() / max(mask.sum() + truth.sum(), 1)
