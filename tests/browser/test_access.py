"""What explorers, figures and questions are to those who do not see them, or do without a mouse."""

import re

import nbformat
import pytest

from tools.setup.places import ROOT

from .lab import THEMES, assert_accessible, pane, wait_for_text

PAGE = "work/every_kind.ipynb"
THRESHOLD = "explore.threshold(coins)"
OTSU = "steps.otsu(coins)"


# One of each kind that a page of the course shows; the pages' tables come as they are
KINDS = [
    "from course_lib import data, explore, steps\ncoins = data.coins()\nfrom course_lib.check import check, hint\n"
    "from course_lib.recall import recall\nfrom course_lib.show import show_histogram, show_images",
    THRESHOLD,
    OTSU,
    "explore.local_threshold(data.page())",
    "explore.pixels(data.coffee())",
    "explore.kernel(data.camera())",
    'explore.inpaint(hole="painted")',
    "explore.regions()",
    "explore.denoisers()",
    "steps.marching_squares()",
    'show_images({"coins": data.coins(), "coffee": data.coffee()})',
    "show_histogram(data.coins())",
    'recall("otsu")',
    'check("1.2", lambda image: image)',
    'hint("1.2")',
]


@pytest.fixture(scope="module")
def kinds(lab, course):
    """A page with every kind of pane, table and verdict, run."""
    pages = [nbformat.read(ROOT / "notebooks" / f"{name}.ipynb", as_version=4) for name in ("00_start", "calls")]
    texts = [cell.source for page in pages for cell in page.cells if cell.cell_type == "markdown"]
    cells = [nbformat.v4.new_markdown_cell(text) for text in texts]
    cells += [nbformat.v4.new_code_cell(source) for source in KINDS]
    page = nbformat.v4.new_notebook(cells=cells, metadata=pages[0].metadata)  # with its kernel, or Lab asks for one
    nbformat.write(page, course / PAGE)
    lab.open(PAGE)
    cells = lab.run_all()
    assert [cell["errors"] for cell in cells] == [[]] * len(KINDS)
    return lab


@pytest.fixture
def opened(kinds):
    """The page in front."""
    kinds.open(PAGE)
    return kinds


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_no_fault_in_any_kind_of_pane(opened, theme):
    assert_accessible(opened, theme)


def test_a_snippet_is_copied_with_one_click(lab):
    lab.open("notebooks/snippets.ipynb")
    lab.run_all()
    lab.page.get_by_role("button", name="copy: from skimage.filters import gaussian").first.click()
    for _ in range(100):
        copied = lab.page.evaluate("() => navigator.clipboard.readText()")
        if copied:
            break
        lab.page.wait_for_timeout(50)
    assert copied.startswith("from skimage.filters import gaussian\ngaussian_image = gaussian(building_image, multi")


def test_controls_have_names(opened):
    cell = opened.cell(OTSU)
    for name in ("Play or pause", "Stop, and go to the first step", "One step back", "One step forward"):
        assert cell.get_by_role("button", name=name, exact=True).count() == 1, name
    assert cell.get_by_role("slider", name="step", exact=True).count() == 1
    assert cell.get_by_role("group", name="explorer otsu").count() == 1
    assert opened.page.locator(".course-explorer [title=null]").count() == 0
    method = opened.cell("explore.local_threshold(data.page").get_by_role("group", name="method")
    pressed = method.locator("[aria-pressed=true]")
    assert pressed.count() == 1
    method.locator("[aria-pressed=false]").first.click()
    assert method.locator("[aria-pressed=true]").count() == 1


def test_pictures_are_told_by_caption_and_sentence(opened):
    cell = opened.cell(THRESHOLD)
    assert pane(cell, "mask").locator("img").get_attribute("alt") == "mask"
    told = pane(cell, "mask").locator("img").get_attribute("aria-describedby")
    assert "of the pixels" in cell.locator(f"#{told}").inner_text()
    assert pane(cell, "histogram").get_by_role("img", name="level 128").count() == 1


def test_the_sentence_is_read_out_once_the_control_rests(opened):
    cell = opened.cell(THRESHOLD)
    said = cell.locator(".course-names").get_by_role("status")
    cell.get_by_role("slider", name="level").focus()
    opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("ArrowLeft")
    wait_for_text(said, "of the pixels")
    assert said.inner_text() == cell.locator(".course-texts").inner_text().strip()


def test_an_explorer_that_computes_for_long_says_so(opened):
    """A view that takes two seconds: busy while it works, and no longer."""
    cell = opened.cell(THRESHOLD)
    explorer = cell.locator(".course-explorer")
    slow = (
        "import dataclasses, gc, time\n"
        "from course_lib.explore.engine import Explorer\n"
        "slow = next(e for e in gc.get_objects() if isinstance(e, Explorer) and e.spec.name == 'threshold')\n"
        "view = slow.spec.view\n"
        "slow.spec = dataclasses.replace(slow.spec, view=lambda *a, **k: (time.sleep(2), view(*a, **k))[1])\n"
    )
    opened.start_in_kernel(slow)
    opened.wait_idle()
    cell.get_by_role("slider", name="level").focus()
    opened.page.keyboard.press("ArrowRight")
    opened.page.wait_for_function("e => e.getAttribute('aria-busy') === 'true'", arg=explorer.element_handle())
    opened.page.wait_for_function("e => !e.hasAttribute('aria-busy')", arg=explorer.element_handle())
    opened.start_in_kernel("slow.spec = dataclasses.replace(slow.spec, view=view)")
    opened.wait_idle()


def test_questions_are_answered_by_keyboard_alone(opened):
    cell = opened.cell('recall("otsu")')
    sheet = cell.locator(".course-recall")
    sheet.get_by_role("button").first.focus()
    for number in (1, 2, 3):
        wait_for_text(sheet, rf"\b{number} of 3")
        sheet.get_by_role("button", name="Next question").wait_for(state="hidden")
        if number == 2:
            opened.page.keyboard.type("25")
        opened.page.keyboard.press("Enter")
        wait_for_text(sheet, re.compile("right|The answer is"))
        if number < 3:
            opened.page.keyboard.press("Enter")  # on the next question
    wait_for_text(sheet, "of 3 right")
