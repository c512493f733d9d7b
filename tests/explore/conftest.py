"""What the tests of explorers share: all of them by name, uploads, and the names that lines of code may use."""

import datetime
import re

import numpy as np
import pytest
from scipy import ndimage

from course_lib import (
    color,
    data,
    explore,
    exposure,
    feature,
    filters,
    measure,
    metrics,
    morphology,
    restoration,
    segmentation,
    steps,
    transform,
    util,
)

NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
OPENERS = {f"{m.__name__.rsplit('.')[-1]}.{name}": getattr(m, name) for m in (explore, steps) for name in m.__all__}
MODULES = (color, data, exposure, feature, filters, measure, metrics, morphology, restoration, segmentation)
NAMES = {"np": np, "ndimage": ndimage} | {m.__name__.rsplit(".")[-1]: m for m in (*MODULES, transform, util)}
for _module in (exposure, filters, morphology, transform):
    NAMES |= {name: getattr(_module, name) for name in _module.__all__}


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    """The learner's folder of a test, into which uploads are copied."""
    monkeypatch.setenv("COURSE_WORK", str(tmp_path / "work"))
    return tmp_path / "work"


@pytest.fixture(params=OPENERS)
def opener(request):
    return OPENERS[request.param]


@pytest.fixture
def opened(opener):
    """An explorer on every second pixel of its picture where that is large: what controls do is seen there as well."""
    explorer = opener()
    if min(explorer.image.shape[:2], default=0) < 160:
        return explorer
    return opener(explorer.image[::2, ::2])


@pytest.fixture
def code_names():
    """The names that a line of code may use, beside `image`, as a chapter imports them."""
    return dict(NAMES)


@pytest.fixture
def upload():
    """Return a function that gives an explorer a file, as its button does."""

    def give(explorer, content, name="mine.png"):
        file = {"name": name, "type": "image/png", "size": len(content), "content": content, "last_modified": NOW}
        explorer._upload.value = (file,)

    return give


@pytest.fixture
def last():
    """Return a function that gives the number of the last step of a step-through."""
    return lambda step_through: step_through.spec.controls["step"][1]


@pytest.fixture
def last_step(last):
    """Return a function that opens a step-through at its last step."""
    return lambda step_through, **parameters: step_through(step=last(step_through), **parameters)


@pytest.fixture
def told():
    """Return a function that gives the text of an explorer without its marks."""
    return lambda explorer: re.sub("<[^>]+>", "", explorer.panes["text"])


@pytest.fixture
def numbers():
    """Return a function that finds numbers in a text."""
    return lambda text, pattern: [float(number) for number in re.findall(pattern, text)]


@pytest.fixture
def box():
    """Return a function that makes a square box."""
    return lambda r, c, side: {"r": r, "c": c, "width": side, "height": side}
