"""Chapter 4 in a browser: both notebooks run whole, dots are counted, a step-through steps, a check answers."""

from .lab import assert_answered, assert_fits, assert_in_one_row, assert_ran, brightness, pane, wait_for_text

CHAPTER = "notebooks/04_segmentation.ipynb"


def press(cell, slider, key, times=1):
    """Press a key on the slider with this number in the explorer."""
    cell.locator("[role=slider]").nth(slider).focus()
    for _ in range(times):
        cell.page.keyboard.press(key)


def test_run_all_runs_every_cell_without_an_error(chapter):
    _, cells = chapter
    assert_ran(cells, 55)


def test_nothing_in_an_explorer_is_wider_than_its_place(opened):
    assert_fits(opened)


def test_panes_are_equally_wide_and_three_stand_in_one_row(opened):
    assert_in_one_row(opened)


def test_the_dots_are_counted_when_the_limits_are_right(opened):
    cell = opened.cell("explore.count()")
    explorer = cell.locator(".course-explorer")
    wait_for_text(explorer, r"by contours: 0 \(0 wrong, 14 missed\)")
    press(cell, 3, "ArrowRight", 10)  # level, blur, min points, max points
    wait_for_text(explorer, r"by contours: 14 \(0 wrong, 0 missed\)")
    wait_for_text(cell.locator(".course-code code"), r"0 <= len\(c\) < 100")
    wait_for_text(explorer, r"by regions: 0 \(0 wrong, 14 missed\)")


def test_superpixels_show_a_preview_and_then_the_whole_picture(opened):
    cell = opened.cell("explore.superpixels()")
    explorer = cell.locator(".course-explorer")
    press(cell, 0, "Home")
    wait_for_text(cell.locator(".course-code code"), r"n_segments=10,")
    wait_for_text(explorer, r"\b[4-9] pieces|1\d pieces")
    opened.wait_idle()
    for _ in range(60):
        if brightness(pane(cell, "boundaries").locator("img"))[1] == [256, 256]:
            break
        opened.page.wait_for_timeout(50)
    assert brightness(pane(cell, "boundaries").locator("img"))[1] == [256, 256]


def test_a_preview_during_a_long_cell_is_followed_by_the_whole_picture(opened):
    cell = opened.cell("explore.superpixels()")
    opened.start_in_kernel("import time; time.sleep(3); slept = True")
    for key in ("End", "Home", "End", "Home"):
        press(cell, 0, key)
        opened.page.wait_for_timeout(150)
    opened.wait_idle()
    wait_for_text(cell.locator(".course-code code"), r"n_segments=10,")
    wait_for_text(cell.locator(".course-explorer"), r"^(?![\s\S]*preview)")
    assert brightness(pane(cell, "boundaries").locator("img"))[1] == [256, 256]
    assert opened.ask_kernel("slept") == "True"


def test_marching_squares_steps_forward_and_back(opened):
    cell = opened.cell("steps.marching_squares()")
    back, forward = (cell.locator(f'button[title="One step {way}"]') for way in ("back", "forward"))
    explorer = cell.locator(".course-explorer")
    wait_for_text(explorer, r"Cell \(0, 0\).*case 0")
    for _ in range(5):
        forward.click()
    wait_for_text(explorer, r"Cell \(0, 5\).*2 \+ 8, case 10")
    back.click()
    wait_for_text(explorer, r"Cell \(0, 4\)")


def test_exercises_run_unsolved_and_one_goes_from_not_yet_to_wrong_to_right(lab):
    stub = "def piece_sizes(labels):"
    wrong = f"{stub}\n    return np.unique(labels, return_counts=True)[1]"
    right = f"{stub}\n    return np.bincount(labels.ravel())"
    cells = assert_answered(
        lab,
        "work/04_segmentation.ipynb",
        stub,
        (wrong, "a label that does not occur has dropped out"),
        (right, "its sum is the number of pixels"),
    )
    checks = [cell for cell in cells if cell["source"].startswith("check(")]
    # the given code of 4.14 counts one too many from the start; all the rest waits for the learner
    assert [cell["source"][:13] for cell in checks if "not yet" not in cell["text"]] == ['check("4.14",']
    assert len(checks) == 15
