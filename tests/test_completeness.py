"""Every public function of floors 1 to 3 has a slow twin, and where scikit-image has it, a parity test and a benchmark.

A test counts as there when it names the function: as a word, or by parts, as in f"threshold_{name}" with "otsu".
"""

import importlib
import inspect
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = (
    "color",
    "exposure",
    "feature",
    "filters",
    "measure",
    "metrics",
    "morphology",
    "restoration",
    "segmentation",
    "transform",
    "util",
)
EXCEPT = {  # (kind, function): why there is none
    ("benchmarks", "diamond"): "a footprint is a few numbers, made once",
    ("benchmarks", "footprint_rectangle"): "a footprint is a few numbers, made once",
    ("benchmarks", "rectangle"): "a footprint is a few numbers, made once",
    ("benchmarks", "try_all_threshold"): "Matplotlib draws for longer than both compute",
}


def public_functions():
    """Return (part, name) of every function that floors 1 to 3 hand on."""
    modules = {part: importlib.import_module(f"course_lib.{part}") for part in PARTS}
    return [
        (part, name) for part, module in modules.items() for name in module.__all__ if callable(getattr(module, name))
    ]


def text_of(kind):
    pattern = "cases_*.py" if kind == "benchmarks" else "test_*.py"
    folder = ROOT / kind if kind == "benchmarks" else ROOT / "tests" / kind
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob(pattern)))


def is_named(name, text):
    """Say whether a text names a function, whole or put together from two parts."""
    if re.search(rf"\b{name}\b", text):
        return True
    words = name.split("_")
    return any(
        (re.search(rf"{first}_\{{\w+\}}", text) and f'"{last}"' in text)
        or (re.search(rf"\{{\w+\}}_{last}", text) and f'"{first}"' in text)
        for first, last in (("_".join(words[:i]), "_".join(words[i:])) for i in range(1, len(words)))
    )


def lacks(part, name, texts):
    """Return the kinds of test that a function should have and has not."""
    theirs = hasattr(importlib.import_module(f"skimage.{part}"), name)
    kinds = ("definitions", "parity", "benchmarks") if theirs else ("definitions",)
    return [kind for kind in kinds if (kind, name) not in EXCEPT and not is_named(name, texts[kind])]


@pytest.fixture(scope="module")
def texts():
    return {kind: text_of(kind) for kind in ("definitions", "parity", "benchmarks")}


@pytest.mark.parametrize(("part", "name"), public_functions(), ids=lambda word: word)
def test_twin_parity_and_benchmark_are_there(part, name, texts):
    if inspect.isclass(getattr(importlib.import_module(f"course_lib.{part}"), name)) and name != "Cascade":
        pytest.skip("a class that a function returns or raises")
    assert lacks(part, name, texts) == []


def test_exceptions_are_needed(texts):
    names = {name for _, name in public_functions()}
    for kind, name in EXCEPT:
        assert name in names, f"{name} is gone: drop its exception"
        assert not is_named(name, texts[kind]), f"{kind} names {name}: drop its exception"


def test_what_is_missing_is_found(texts):
    nothing = dict.fromkeys(texts, "")
    assert lacks("filters", "sobel", nothing) == ["definitions", "parity", "benchmarks"]
    assert lacks("segmentation", "kmeans", nothing) == ["definitions"]
    assert lacks("filters", "threshold_otsu", dict.fromkeys(texts, 'f"threshold_{name}" "otsu"')) == []
    assert lacks("filters", "threshold_otsu", dict.fromkeys(texts, 'f"threshold_{name}" "yen"')) != []
    assert lacks("filters", "sobel", dict.fromkeys(texts, "sobel_h")) != []
