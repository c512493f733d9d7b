"""Figures stay small in a notebook's file: drawings as PNG, photographs as JPEG."""

import base64
import io

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient
from PIL import Image

from course_lib.figures import LARGE, for_page

CODE = """
import matplotlib.pyplot as plt
from course_lib.show import show_image
from course_lib import data
plt.plot([1, 2, 3])
plt.show()
show_image(data.coffee())
empty = plt.figure()
"""


def png(picture):
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "png")
    return file.getvalue()


def test_a_drawing_stays_as_it_is():
    drawing = png(np.zeros((200, 300), np.uint8))
    assert for_page(drawing) == {"image/png": base64.b64encode(drawing).decode()}


def test_a_photograph_becomes_a_jpeg_that_looks_the_same():
    rows, cols = np.mgrid[:300, :300]
    waves = 128 + 60 * np.sin(rows / 9) + 60 * np.cos(cols / 7)
    noisy = np.clip(waves + np.random.default_rng(0).normal(0, 3, waves.shape), 0, 255).astype(np.uint8)
    made = for_page(png(noisy))
    assert list(made) == ["image/jpeg"]
    found = np.asarray(Image.open(io.BytesIO(base64.b64decode(made["image/jpeg"]))).convert("L"))
    assert np.abs(found.astype(int) - noisy).mean() < 4
    assert len(made["image/jpeg"]) < len(png(noisy)) / 2


def test_what_is_transparent_lies_on_white():
    noise = np.random.default_rng(1).integers(0, 256, (120, 120, 4), dtype=np.uint8)
    noise[..., 3] = 0
    made = for_page(png(noise))
    assert np.asarray(Image.open(io.BytesIO(base64.b64decode(made["image/jpeg"])))).min() > 250


@pytest.fixture(scope="module")
def outputs():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CODE)])
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    return [output.data for output in notebook.cells[0].outputs if "data" in output]


def test_a_notebook_keeps_each_figure_once_and_small(outputs):
    kinds = [[kind for kind in data if kind.startswith("image/")] for data in outputs]
    assert kinds[:2] == [["image/png"], ["image/jpeg"]]
    assert all(len(data[kind]) < 200_000 for data in outputs for kind in data)


def test_an_empty_figure_is_not_drawn(outputs):
    assert [kind for data in outputs[2:] for kind in data if kind.startswith("image/")] == []


def test_the_limit_is_in_bytes():
    assert len(base64.b64decode(for_page(b"\x89PNG" + bytes(LARGE - 4))["image/png"])) == LARGE
