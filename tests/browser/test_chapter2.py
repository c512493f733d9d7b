"""Chapter 2 in a browser: it runs whole, a kernel can be typed, a step-through steps."""

from .lab import assert_fits, assert_in_one_row, assert_ran, assert_saved_small, wait_for_text

CHAPTER = "notebooks/02_filters.ipynb"


def test_the_answer_to_a_guess_is_not_to_be_seen_before_its_cell_is_run(unrun):
    start = "noisy = util.random_noise(moon"  # "Guess by how much the noise grows"
    cell = unrun.cell(start)
    collapsed = cell.locator(".jp-OutputPlaceholder")
    collapsed.wait_for()
    assert not any(character.isdigit() for character in collapsed.inner_text())
    collapsed.click()
    cell.get_by_text("times as much").last.wait_for(timeout=5000)
    assert "noise before 0.0" in cell.locator(".jp-OutputArea").inner_text()


def test_run_all_runs_every_cell_without_an_error(chapter):
    _, cells = chapter
    assert_ran(cells, 60)


def test_a_run_does_not_swell_the_file(opened, course):
    assert_saved_small(opened, course / CHAPTER)


def test_nothing_in_an_explorer_is_wider_than_its_place(opened):
    assert_fits(opened)


def test_panes_are_equally_wide_and_three_stand_in_one_row(opened):
    assert_in_one_row(opened)


def test_a_kernel_is_typed_refused_and_mended(opened):
    cell = opened.cell("explore.kernel(data.camera())")
    cell.locator("select").first.select_option("my own")
    wait_for_text(cell.locator(".course-code code"), r"\[-1, 0, 1\], \[-2, 0, 2\]")
    typed = cell.locator("input[type=text]").first
    typed.fill("0 0 0; 0 0 2")
    wait_for_text(cell.locator(".course-refusal"), "3 rows of 3 numbers")
    typed.fill("0 0 0; 0 0 2; 0 0 0")
    wait_for_text(cell.locator(".course-code code"), r"\[0, 0, 2\]")
    wait_for_text(cell.locator(".course-refusal"), r"^\s*$")


def test_the_convolution_steps_forward_and_back(opened):
    cell = opened.cell("steps.convolution()")
    back, forward = (cell.locator(f'button[title="One step {way}"]') for way in ("back", "forward"))
    explorer = cell.locator(".course-explorer")
    wait_for_text(explorer, r"New pixel \[0, 0\]")
    forward.click()
    wait_for_text(explorer, r"New pixel \[0, 1\]")
    back.click()
    wait_for_text(explorer, r"New pixel \[0, 0\]")
