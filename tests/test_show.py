"""show_image is honest: a grey value looks the same in every picture."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from course_lib import show


@pytest.fixture(autouse=True)
def _no_figures_left():
    yield
    plt.close("all")


def shown():
    return [image for axis in plt.gcf().axes for image in axis.images]


@pytest.mark.parametrize(
    ("image", "limits"),
    [
        (np.full((3, 3), 9, np.uint8), (0, 255)),
        (np.full((3, 3), 0.2), (0, 1)),
        (np.array([[True, False]]), (0, 1)),
        (np.array([[-0.5, 0.25]]), (-0.5, 0.5)),
        (np.array([[0.0, 3.0]]), (0, 3)),
        (np.array([[0, 300]]), (0, 300)),
        (np.array([[0, 30]]), (0, 255)),
        (np.array([[0, 60000]], np.uint16), (0, 65535)),
    ],
)
def test_black_and_white_are_fixed_by_the_type(image, limits):
    show.show_image(image)
    assert shown()[0].get_clim() == limits


def test_the_caller_may_choose_black_and_white():
    show.show_image(np.full((3, 3), 9, np.uint8), vmin=5, vmax=10)
    assert shown()[0].get_clim() == (5, 10)


def test_several_pictures_stand_side_by_side_with_their_titles():
    show.show_images({"a": np.eye(3), "b": np.eye(4), "c": np.eye(5), "d": np.zeros((3, 3, 3))}, cols=2)
    assert [axis.get_title() for axis in plt.gcf().axes] == ["a", "b", "c", "d"]
    show.show_images([np.eye(3), np.eye(4)], ["x", "y"])
    assert [axis.get_title() for axis in plt.gcf().axes] == ["x", "y"]


def test_colour_keeps_its_values():
    image = np.array([[[0, 128, 255]]], np.uint8)
    show.show_image(image)
    np.testing.assert_array_equal(shown()[0].get_array(), image)
    show.show_image(image / 255)
    np.testing.assert_array_equal(shown()[0].get_array(), image)
    show.show_image(image / 255 - 0.5)  # its own range, 0 in the middle
    np.testing.assert_array_equal(shown()[0].get_array(), image)


def test_a_histogram_counts_every_pixel_once():
    image = np.random.default_rng(0).integers(0, 256, (20, 30), dtype=np.uint8)
    show.show_histogram(image)
    assert sum(bar.get_height() for bar in plt.gca().patches) == image.size
    show.show_histogram(np.dstack([image] * 3))
    assert sum(bar.get_height() for bar in plt.gca().patches) == 3 * image.size


@pytest.mark.parametrize("bad", [None, "coins", np.zeros((2, 2, 4)), np.zeros(5), np.full((2, 2), np.nan), []])
def test_what_is_no_picture_is_refused(bad):
    with pytest.raises((TypeError, ValueError), match=r"expected|NaN"):
        show.show_image(bad)
    with pytest.raises((TypeError, ValueError), match=r"expected|NaN"):
        show.show_histogram(bad)


def test_nothing_to_show_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        show.show_images({})


def test_a_comparison_prints_the_largest_difference(capsys):
    show.compare_calls(lambda: np.array([1.0, 2.0]), lambda: np.array([1.0, 2.5]))
    out = capsys.readouterr().out
    assert "largest difference: 0.5" in out
    assert "ms" in out


def test_contours_are_drawn_with_rows_downwards_and_columns_across():
    contour = np.array([[1.0, 2.5], [3.0, 4.5]])
    show.show_image_contour(np.zeros((6, 8), bool), [contour], "one line")
    axis = plt.gca()
    np.testing.assert_array_equal(axis.lines[0].get_xydata(), contour[:, ::-1])
    assert shown()[0].get_array().shape == (6, 8)
    assert axis.get_title() == "one line"
    assert axis.get_ylim()[0] > axis.get_ylim()[1]


def test_a_picture_without_contours_is_shown_alone():
    show.show_image_contour(np.eye(3), [])
    assert len(plt.gca().lines) == 0


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ([0.5, 255.0], [0.5, 255.0 + 3e-13], "only rounding"),
        ([0.5], [0.5], "only rounding"),
        ([0.5], [0.5 + 1e-9], "1e-09"),
        ([3, 4], [3, 4], "0"),
        ([3, 4], [3, 5], "1"),
        ([True], [False], "1"),
    ],
)
def test_a_comparison_does_not_show_what_rounding_does(ours, theirs, told, capsys):
    show.compare_calls(lambda: ours, lambda: theirs, repeats=1)
    assert f"largest difference: {told}" in capsys.readouterr().out
