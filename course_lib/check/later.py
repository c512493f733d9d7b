"""scikit-image, for right answers that are taken from it: loaded when one is called, so that learners need not wait."""

import importlib


class Later:
    """A package whose parts are imported when they are asked for."""

    def __init__(self, name):
        self._name = name

    def __getattr__(self, part):
        return getattr(importlib.import_module(self._name), part)


skimage = Later("skimage")
