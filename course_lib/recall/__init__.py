"""Short questions that come back after days: what one has answered oneself, one remembers."""

from .asking import placement, recall

__all__ = ["placement", "recall"]


def __dir__():
    return list(__all__)
