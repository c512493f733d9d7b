"""Short questions that come back after some days: you remember what you have answered yourself."""

from .asking import placement, recall

__all__ = ["placement", "recall"]


def __dir__():
    return list(__all__)
