"""The odd pictures that edge filters meet."""

from course_lib import filters

_WITH_MODE = ("sobel", "prewitt", "scharr")
_PLAIN = ("sobel_h", "sobel_v", "prewitt_h", "prewitt_v", "scharr_h", "scharr_v", "roberts", "laplace")


def with_modes(function):
    return lambda image: [function(image), function(image, axis=1, mode="constant", cval=1), function(image, image)]


CASES = {
    **{f"filters.{name}": with_modes(getattr(filters, name)) for name in _WITH_MODE},
    **{f"filters.{name}": getattr(filters, name) for name in _PLAIN},
}
