"""Functions that a task forbids, and answers that call them all the same.

In the exercise's file, after its first right answer::

    without(ex, "find_boundaries")

An answer that is wrong is judged as usual; one that is right, but called a library's function of this name, is told so.
Calls on the way count too: `mark_boundaries` calls `find_boundaries`. A function of the learner's own may have any
name. Ufuncs (`np.add`) go unnoticed.
"""

import contextlib
import dataclasses
import functools
import sys

from .answers import Wrong
from .judging import judge

LIBRARIES = {"PIL", "course_lib", "cv2", "matplotlib", "numpy", "scipy", "skimage"}


def without(exercise, *names):
    """Let an exercise refuse right answers that call a library's function of one of these names."""

    @exercise.judge
    def judge_and_watch(answer):
        called = set()
        exercise.all_cases()  # made here, they stay those of the copy below

        @functools.wraps(answer)
        def watched(*arguments):
            with calls_noted(names, called):
                return answer(*arguments)

        # the cases go along: what is expected is kept by them, and a copy that made its own would take it for another's
        plain = dataclasses.replace(exercise, judges=None, made=exercise.all_cases())
        more = judge(plain, watched if callable(answer) else answer)
        if called:
            raise Wrong(f"the result is right, but {' and '.join(sorted(called))} made it: do without, this time.")
        return more


@contextlib.contextmanager
def calls_noted(names, called):
    """Add to the set `called` the names of those library functions that run inside the with block."""

    def note(frame, event, function):
        if event == "call" and frame.f_code.co_name in names and _of_library(frame):
            called.add(frame.f_code.co_name)
        elif event == "c_call" and function.__name__ in names and not _of_library(frame):
            called.add(function.__name__)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield called
    finally:
        sys.setprofile(before)


def _of_library(frame):
    """Tell whether a library's code runs in this frame."""
    return frame.f_globals.get("__name__", "").partition(".")[0] in LIBRARIES
