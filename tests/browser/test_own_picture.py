"""One's own picture in a browser, on a plain JupyterLab, whose server takes no message above 10 MiB."""

import contextlib
import os

import nbformat
import numpy as np
import pytest
from PIL import Image

from . import lab as browser_lab
from .test_chapter1 import choose_file, line_of_code

CELL = "explore.threshold()"


def plain_options(course):
    """Return the options of `course.py lab`, but for the one that lets large messages through."""
    return [*LAB_OPTIONS(course), "--ServerApp.tornado_settings={}"]


LAB_OPTIONS = browser_lab.lab_options


@pytest.fixture(scope="module")
def lab(course):
    """A plain JupyterLab in a browser, with a notebook that holds one explorer."""
    source = "from course_lib import data, explore, util, color"
    cells = [nbformat.v4.new_code_cell(text) for text in (source, CELL)]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    nbformat.write(
        nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), course / "notebooks/own.ipynb"
    )
    with contextlib.ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        patch.setattr(browser_lab, "lab_options", plain_options)
        try:
            browser = stack.enter_context(browser_lab.chromium())
        except browser_lab.Missing as reason:
            (pytest.fail if os.environ.get("COURSE_BROWSER") == "required" else pytest.skip)(str(reason))
        url, token = stack.enter_context(browser_lab.jupyterlab(course))
        page = browser_lab.Lab(browser, url, token)
        stack.callback(page.close)
        page.open("notebooks/own.ipynb")
        page.run_all()
        yield page


@pytest.fixture
def cell(lab):
    return lab.cell(CELL)


def wait_for(locator, text):
    locator.filter(has_text=text).wait_for(timeout=60_000)


@pytest.fixture(scope="module")
def photograph(tmp_path_factory):
    """A photograph of 12 megapixels, on its side, as telephones store them, of more than 10 MiB."""
    path = tmp_path_factory.mktemp("camera") / "photograph.jpg"
    noise = np.random.default_rng(0).integers(0, 256, (3000, 4000, 3), dtype=np.uint8)
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(noise).save(path, quality=95, exif=exif)
    assert path.stat().st_size > 11_000_000
    return path


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.png"
    Image.fromarray(np.full((30, 40), 200, np.uint8)).save(path)
    return path


def test_a_large_photograph_arrives_whole_and_a_small_one_after_it(cell, lab, photograph, small):
    choose_file(cell, photograph)
    wait_for(cell, "Your picture: photograph.jpg, 768 x 1024 pixels of 3000 x 4000.")
    wait_for(line_of_code(cell), "data.read('../work/pictures/photograph.jpg', max_side=1024)")
    assert lab.ask_kernel("data.read('../work/pictures/photograph.jpg', max_side=1024).shape") == "(1024, 768, 3)"
    wait_for(cell.get_by_role("status"), "photograph.jpg, after")
    choose_file(cell, small)
    wait_for(line_of_code(cell), "small.png")


def test_a_second_file_waits_for_its_turn(cell, photograph, small):
    choose_file(cell, photograph)
    choose_file(cell, small)
    wait_for(line_of_code(cell), "small.png")
    wait_for(cell.get_by_role("status"), "small.png, after")


def test_a_picture_is_chosen_twice_and_undone(cell, small):
    for _ in range(2):
        choose_file(cell, small)
        wait_for(line_of_code(cell), "small.png")
        cell.get_by_role("button", name="Back to the first picture").click()
        wait_for(line_of_code(cell).filter(has_not_text="small.png"), "mask")
    assert cell.locator(".course-upload").get_by_role("status").inner_text() == ""


def test_what_is_no_picture_is_told(cell, tmp_path):
    (tmp_path / "notes.jpg").write_text("no picture")
    choose_file(cell, tmp_path / "notes.jpg")
    wait_for(cell.locator(".course-refusal"), "notes.jpg holds text, and is no picture")
