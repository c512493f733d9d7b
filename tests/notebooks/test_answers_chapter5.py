"""Numbers that chapter 5 says and none of its cells prints: the other numbers of its explorers are in test_told.py."""

import numpy as np
import pytest
from scipy import ndimage
from scipy.spatial.distance import cdist

from course_lib import color, data, feature, filters, metrics, segmentation, transform, util
from course_lib.explore.boxes import detect, detector, score_boxes
from course_lib.explore.matching import known_motion
from course_lib.explore.privacy import hide, likeness_in_colour, named_rightly
from course_lib.feature.align import turning

PALACE = color.rgb2gray(data.load("palace"))
PART = PALACE[150:350, 250:506]
PORTRAIT = data.load("portrait")


def test_the_librarys_sobel_is_that_of_canny_divided_by_5_66():
    fruit = color.rgb2gray(data.load("grapefruit"))
    sums = np.hypot(ndimage.sobel(fruit, axis=0), ndimage.sobel(fruit, axis=1))
    assert np.allclose(sums, np.sqrt(32) * filters.sobel(fruit))
    assert round(0.1 / np.sqrt(32), 3) == 0.018


def test_with_the_old_limit_the_sticker_adds_its_own_corner_to_the_others():
    stickered, limit = PALACE.copy(), 0.02 * feature.corner_harris(PALACE).max()
    stickered[300:340, 380:420] = 0
    stickered[300:320, 400:420] = stickered[320:340, 380:400] = 1
    before, after = (
        {tuple(map(int, point)) for point in feature.corner_peaks(feature.corner_harris(picture), 20, limit, 0)}
        for picture in (PALACE, stickered)
    )
    assert (before - after, len(after - before)) == (set(), 1)
    assert np.hypot(*(np.array((after - before).pop()) - 319.5 - [0, 80])) < 2


def test_what_the_black_triangles_cost_a_picture_turned_by_45_degrees():
    turned = transform.rotate(PART, 45, resize=True)
    response = feature.corner_harris(turned, method="eps")
    every_peak = feature.corner_peaks(response, min_distance=5, threshold_rel=0.02)
    points = feature.corner_peaks(feature.corner_harris(PART, method="eps"), 5, threshold_rel=0.02, num_peaks=100)
    half, half_turned = ((np.array(picture.shape) - 1) / 2 for picture in (PART, turned))
    place = (every_peak - half_turned) @ turning(45) + half  # in the picture as it was
    inside = np.minimum(place, 2 * half - place).min(axis=1) >= 5
    assert (~inside[:100]).sum() == 20
    expected = (points - half) @ turning(45).T + half_turned
    nearest = cdist(expected, every_peak[inside][:100]).min(axis=1)
    assert round(np.mean(nearest < 3), 2) == 0.83


def test_the_shift_about_the_corner_is_not_the_one_about_the_middle():
    assert np.allclose(known_motion(PART.shape, 8, (6, -9))[1], [24.6, -21.6], atol=0.15)


def test_how_large_the_ball_is():
    rows, cols = np.mgrid[: PART.shape[0], : PART.shape[1]]
    assert ((rows - 60) ** 2 + (cols - 150) ** 2 < 7**2).sum() == 145


@pytest.mark.parametrize(("picture", "least", "most"), [("friends", 92, 115), ("group", 112, 142)])
def test_how_wide_the_faces_are_by_the_marks(picture, least, most):
    widths = [face["width"] for face in data.faces(picture)]
    assert (min(widths), max(widths)) == (least, most)
    assert picture == "group" or sum(width <= 100 for width in widths) == 5


def test_a_smallest_window_of_30_brings_a_false_box_of_its_own():
    found = (
        detector().detect_multi_scale(data.load("friends"), 1.2, 1, (least,) * 2, (200, 200)) for least in (10, 30)
    )
    false = [score_boxes(boxes, data.faces("friends"))[2] for boxes in found]
    assert [sorted(box["width"] for box in boxes) for boxes in false] == [[28, 34], [57]]


def test_the_portraits_box_is_larger_in_patches():
    patches = color.label2rgb(segmentation.slic(PORTRAIT), PORTRAIT, kind="avg")
    widths = [
        [box["width"] for box in detector().detect_multi_scale(picture, 1.2, 1, (10, 10), (1000, 1000))]
        for picture in (PORTRAIT, patches)
    ]
    assert widths == [[211], [261]]


@pytest.mark.parametrize(("largest", "false"), [(100, [55]), (200, [66, 104])])
def test_two_false_boxes_of_the_group_need_windows_of_over_100_pixels(largest, false):
    boxes = detector().detect_multi_scale(data.load("group"), 1.2, 1, (20, 20), (largest, largest))
    assert sorted(box["width"] for box in score_boxes(boxes, data.faces("group"))[2]) == false


@pytest.mark.parametrize("blocks", [2, 1])
def test_boxes_in_place_name_all_seven(blocks):
    group = data.load("group")
    boxes = detect(group)
    brighter = np.clip(1.1 * util.img_as_float(group), 0, 1)
    hidden, alike = (
        [feature.get_face_rectangle(hide(picture, boxes, "pixelate", 0, blocks), box) for box in boxes]
        for picture in (group, brighter)
    )
    assert named_rightly(likeness_in_colour(hidden, alike)) == 7


def test_what_one_degree_costs_the_portrait_undamaged():
    portrait = util.img_as_float(data.astronaut())
    assert round(metrics.peak_signal_noise_ratio(portrait, transform.rotate(portrait, 1), data_range=1), 1) == 17.5
