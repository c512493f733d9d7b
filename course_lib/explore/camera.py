"""An explorer of the learner's own function: on a picture, and on what the camera sees."""

import inspect

from .. import data
from ..base.checks import check_array
from ..util import img_as_ubyte
from .engine import explorer


def camera(function, image=None, **controls):
    """Open an explorer of your own function; press Camera in it, and the function works on each frame.

    Parameters
    ----------
    function : callable
        ``function(image, **parameters) -> picture``. It has a name, so that the line of code can call it.
    image : array, optional
        What is shown without a camera; the astronaut, if nothing is given.
    **controls
        One for each parameter: (low, high, step) is a slider, a list is a choice, ``bool`` a tick box.

    Returns
    -------
    Explorer

    Raises
    ------
    TypeError
        For a function without a name.

    Examples
    --------
    >>> def brighter(image, level=128):
    ...     return image > level
    >>> opened = camera(brighter, level=(0, 255, 1))
    >>> opened.code()
    'brighter(image, level=128)'
    """
    name = getattr(function, "__name__", "")
    if not name.isidentifier():
        raise TypeError(f"expected a function with a name, got {function!r}; write it as def name(image): …")

    def view(image, **parameters):
        return {"picture": image, name: _picture_of(function, image, parameters)}

    def code(**parameters):
        return f"{name}({', '.join(['image', *(f'{key}={value!r}' for key, value in parameters.items())])})"

    view.__name__, view.__doc__, view.__signature__ = name, function.__doc__, inspect.signature(function)
    return explorer(view, code=code, sample=data.astronaut, reads=(), **controls)(image)


def _picture_of(function, image, parameters):
    """Return the picture that a learner's function makes, or raise a ValueError that says what went wrong in it."""
    try:
        made = function(image.copy(), **parameters)
    except Exception as error:
        raise ValueError(f"{function.__name__} ended in {type(error).__name__}: {error}") from error
    made = check_array(made, f"what {function.__name__} returns")
    if made.ndim < 2 or made.shape[2:] not in ((), (3,), (4,)):
        raise ValueError(
            f"expected a picture of (rows, cols) or (rows, cols, 3) from {function.__name__}, got the shape "
            f"{made.shape}; return one picture"
        )
    return img_as_ubyte(made) if made.dtype == bool and made.ndim == 3 else made
