"""k-means: the explorer and the step-through."""

import re

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from course_lib import color, data, explore, segmentation, steps
from course_lib.util import img_as_float


@pytest.mark.parametrize(("k", "start"), [(2, 0), (4, 1), (8, 9)])
def test_the_kmeans_step_through_ends_with_the_librarys_colours(k, start, last):
    through = steps.kmeans(step=last(steps.kmeans), k=k, start=start)
    labels, colours = segmentation.kmeans(through.image, k, rng=start)
    assert_allclose(through.panes["each pixel in its group's colour"], colours[labels], atol=1e-12)


def test_no_step_of_kmeans_makes_the_distance_larger(last):
    told = [steps.kmeans(step=step).panes["text"] for step in range(1, last(steps.kmeans) + 1, 2)]
    told += [steps.kmeans(step=step).panes["text"] for step in range(2, last(steps.kmeans) + 1, 2)]
    numbers = [float(re.search(r"distance <b>([\d.]+)", text)[1]) for text in told]
    assigned, moved = numbers[: len(numbers) // 2], numbers[len(numbers) // 2 :]
    in_order = np.ravel(np.column_stack([assigned, moved]))
    assert (np.diff(in_order) <= 0).all()
    assert in_order[0] > in_order[-1]
    assert "Nothing changes" in told[-1]


def test_with_five_colours_the_rind_gets_its_own():
    picture = img_as_float(data.load("grapefruit"))[::2, ::2]
    flesh, rind = (140 // 2, 200 // 2), (250 // 2, 32 // 2)
    four, five = (segmentation.kmeans(picture, k)[0] for k in (4, 5))
    assert four[flesh] == four[rind]
    assert five[flesh] != five[rind]
    assert len({five[flesh], five[rind], five[250 // 2, 215 // 2], five[60 // 2, 560 // 2]}) == 4


def test_the_explorer_shows_the_librarys_result():
    labels, colours = segmentation.kmeans(data.load("grapefruit")[::2, ::2], 3, rng=2)
    assert_array_equal(explore.kmeans(k=3, start=2).panes["in 3 colours"], colours[labels])


def test_of_two_colours_the_pith_takes_that_of_the_cloth():
    labels, _ = segmentation.kmeans(data.load("grapefruit")[::2, ::2], 2)
    pith, cloth, shadow, flesh, rind = (
        labels[row // 2, col // 2] for row, col in ((250, 215), (60, 560), (345, 610), (140, 200), (250, 32))
    )
    assert pith == cloth == shadow
    assert flesh == rind != pith


def test_of_three_colours_in_lab_two_are_the_fruit_and_one_the_rest():
    fruit = data.load("grapefruit")[::2, ::2]
    labels = segmentation.kmeans(color.rgb2lab(fruit), 3)[0]
    pith, cloth, shadow, flesh = (labels[r // 2, c // 2] for r, c in ((250, 215), (60, 560), (345, 610), (140, 200)))
    assert cloth == shadow
    assert len({cloth, pith, flesh}) == 3
    shown = explore.kmeans(k=3, space="Lab")
    assert_array_equal(shown.panes["in 3 colours"], color.label2rgb(labels, fruit, kind="avg", bg_label=-1))
