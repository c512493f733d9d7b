"""Windows and scales: the explorer and the step-through."""

import asyncio

import pytest

from course_lib import data, explore, feature, steps
from course_lib.explore.boxes import detect, known_faces, score_boxes
from course_lib.explore.faces import windows_by_size


@pytest.mark.parametrize("name", ["friends", "group", "night"])
def test_the_faces_explorer_counts_what_the_detector_finds(name):
    image = data.load(name)
    shown = explore.faces(image)
    found = feature.Cascade(data.lbp_frontal_face_cascade_filename()).detect_multi_scale(
        image, 1.2, 1, (50, 50), (200, 200)
    )
    hit, missed, false = score_boxes(found, data.faces(name))
    assert f"{len(hit)} of {len(hit) + len(missed)} faces found" in shown.panes["text"]
    assert f"{len(missed)} missed, {len(false)} false" in shown.panes["text"]


def test_windows_are_counted_as_the_detector_walks():
    sides, counts = windows_by_size((60, 80, 3), 1.5, 1, 24, 60)
    assert sides == [24, 36, 54]
    assert counts == [len(range(0, 37)) * len(range(0, 57)), len(range(0, 25, 2)) * len(range(0, 45, 2)), 4 * 14]


def test_a_preview_halves_what_counts_pixels():
    image = data.load("friends")

    async def kernel():
        opened = explore.faces(image)
        opened.set(step_ratio=1.1)
        preview = opened.panes["text"]
        for _ in range(600):
            await asyncio.sleep(0.05)
            if not opened._note.value:
                return preview, opened.panes["text"]

    preview, full = asyncio.run(kernel())
    for text, picture, least, most in ((preview, image[::2, ::2], 25, 100), (full, image, 50, 200)):
        _, counts = windows_by_size(picture.shape, 1.2, 1.1, least, most)
        assert f"{sum(counts):,} windows of {len(counts)} sizes" in text
        hit, _, _ = score_boxes(detect(picture, 1.2, 1.1, least, most), known_faces(picture))
        assert f"{len(hit)} of 8 faces found" in text


@pytest.mark.parametrize(("scale_factor", "step_ratio"), [(1.2, 1.0), (1.5, 2.0)])
def test_the_scales_step_through_ends_with_the_detectors_boxes(scale_factor, step_ratio, last):
    shown = steps.scales(step=last(steps.scales), scale_factor=scale_factor, step_ratio=step_ratio)
    found = detect(shown.image, scale_factor, step_ratio, 24, min(shown.image.shape))
    assert f"<b>{len(found)} boxes</b>" in shown.panes["text"]


@pytest.mark.parametrize(("least", "false"), [(30, 0), (25, 1)])
def test_in_the_group_small_windows_find_a_piece_of_the_wall(least, false, told):
    assert f"7 of 7 faces found, 0 missed, {false} false" in told(explore.faces(data.load("group"), min_size=least))


@pytest.mark.parametrize(("number", "found", "false"), [(1, 8, 15), (4, 8, 1), (16, 3, 0)])
def test_how_many_windows_must_agree(number, found, false, told):
    image = data.load("friends")
    shown = explore.faces(image, min_size=30, min_neighbor_number=number, curves=True)
    assert f"{found} of 8 faces found, {8 - found} missed, {false} false" in told(shown)
    hits, wrong = shown.panes["boxes over how many must agree"].curves
    place = hits.x.tolist().index(number)
    assert (hits.y[place], wrong.y[place]) == (found, false)
    unknown = explore.faces(image[:, 1:], min_size=30, min_neighbor_number=number, curves=True)
    (boxes,) = unknown.panes["boxes over how many must agree"].curves
    assert f"{boxes.y[place]:.0f} box" in told(unknown)
