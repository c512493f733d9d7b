"""Figures stay small in a notebook's file: drawings as PNG, photographs as JPEG."""

import base64
import html
import io
import re

import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient
from PIL import Image

from course_lib.figures import LARGE, as_html, described, for_page, is_chart, without_paper
from course_lib.show import show_histogram, show_images

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


def picture_in(text):
    return Image.open(io.BytesIO(base64.b64decode(re.search(r'base64,([^"]+)"', text)[1])))


def test_html_says_what_is_to_be_seen_and_keeps_what_is_transparent():
    noise = np.random.default_rng(1).integers(0, 256, (120, 120, 4), dtype=np.uint8)
    noise[:60, :, 3] = 0
    text = as_html(png(noise), 'more than 3 < 4, and "so"')
    assert html.escape('more than 3 < 4, and "so"') in text
    alpha = np.asarray(picture_in(text))[..., 3]
    assert (alpha[:50].max(), picture_in(text).size) == (0, (120, 120))
    assert picture_in(as_html(png(noise[:8, :8]), "")).format == "PNG"


def test_a_figure_is_described_by_its_titles():
    show_images({"before": np.zeros((20, 30)), "after": np.ones((20, 30))})
    assert described(plt.gcf()) == "before, 20 by 30 pixels; after, 20 by 30 pixels"
    show_histogram(np.eye(8), "of a diagonal")
    assert described(plt.gcf()) == "of a diagonal: pixels over value"
    _, (with_picture, _) = plt.subplots(1, 2)
    with_picture.imshow(np.eye(8))
    with_picture.axis("off")  # what is shown without its axes is told as well; an empty pane is not
    assert described(plt.gcf()) == "a picture, 8 by 8 pixels"
    plt.close("all")


def test_pictures_have_no_paper_and_charts_do():
    show_images({"before": np.zeros((20, 30))})
    without_paper(plt.gcf())
    assert plt.gcf().patch.get_alpha() == 0
    plt.figure()
    plt.imshow(np.eye(8))
    plt.plot([1, 2], [3, 4], "+r")
    without_paper(plt.gcf())
    assert plt.gcf().patch.get_alpha() is None  # numbers along its sides
    plt.axis("off")
    without_paper(plt.gcf())
    assert plt.gcf().patch.get_alpha() == 0
    show_histogram(np.eye(8))
    without_paper(plt.gcf())
    assert plt.gcf().patch.get_alpha() is None
    plt.close("all")


def test_a_dark_theme_turns_over_charts_and_never_a_photograph():
    show_histogram(np.eye(8))
    assert is_chart(plt.gcf())
    show_images({"before": np.eye(8)})
    assert not is_chart(plt.gcf())
    _, (left, right) = plt.subplots(1, 2)
    left.imshow(np.eye(8))
    right.plot([1, 2])
    assert not is_chart(plt.gcf())
    plt.close("all")


@pytest.fixture(scope="module", params=["", "files"])
def outputs(request):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CODE)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSE_FIGURES", request.param)
        NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    return request.param, [output.data for output in notebook.cells[0].outputs if "data" in output]


def test_a_notebook_keeps_each_figure_once_and_small(outputs):
    where, shown = outputs
    kinds = [[kind for kind in data if kind != "text/plain"] for data in shown[:2]]
    assert kinds == ([["image/png"], ["image/jpeg"]] if where == "files" else [["text/html"]] * 2)
    assert all(len(data[kind]) < 200_000 for data in shown for kind in data)
    if where != "files":
        assert [picture_in(data["text/html"]).format for data in shown[:2]] == ["PNG", "WEBP"]
        assert 'alt="a picture, 400 by 600 pixels"' in shown[1]["text/html"]
        assert ["course-chart" in data["text/html"] for data in shown[:2]] == [True, False]


def test_an_empty_figure_is_not_drawn(outputs):
    _, shown = outputs
    assert [kind for data in shown[2:] for kind in data if kind != "text/plain"] == []


def test_the_limit_is_in_bytes():
    assert len(base64.b64decode(for_page(b"\x89PNG" + bytes(LARGE - 4))["image/png"])) == LARGE
