"""What scikit-image has and this library lacks: whoever asks for it here learns what there is, and where to look."""

import functools
import inspect
import sys


def say_what_is_elsewhere(package):
    """Let a package and its functions say which names and parameters they lack.

    A package calls it as its last line. Only what is called through the package is looked at.

    >>> from course_lib import util
    >>> util.invert(True, out=None)
    Traceback (most recent call last):
    TypeError: invert has no parameter 'out' here, only image, signed_float; look whether skimage.util's has it
    >>> util.montage
    Traceback (most recent call last):
    AttributeError: course_lib.util has no 'montage'; look whether skimage.util has it
    """
    module, there = sys.modules[package], package.replace("course_lib", "skimage")

    def missing(name):
        raise AttributeError(f"{package} has no {name!r}; look whether {there} has it", name=name, obj=module)

    for name in module.__all__:
        if inspect.isfunction(getattr(module, name)):
            setattr(module, name, _telling(getattr(module, name), f"look whether {there}'s has it"))
    module.__getattr__ = missing


def _telling(function, remedy):
    """Return a function that looks at the parameters' names before it does the same; one that does so itself stays."""
    parameters = inspect.signature(function).parameters
    if any(parameter.kind == parameter.VAR_KEYWORD for parameter in parameters.values()):
        return function
    known = [*parameters]
    taken = {*known, *inspect.signature(function, follow_wrapped=False).parameters}  # older names, too

    @functools.wraps(function)
    def telling(*arguments, **options):
        __tracebackhide__ = True  # Jupyter leaves it out of what an error shows
        for name in options:
            if name not in taken:
                raise TypeError(
                    f"{function.__name__} has no parameter {name!r} here, only {', '.join(known)}; {remedy}"
                )
        return function(*arguments, **options)

    return telling
