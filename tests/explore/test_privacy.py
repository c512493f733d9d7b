"""Privacy: the explorer."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from course_lib import data, explore, feature, metrics
from course_lib.explore.boxes import detect
from course_lib.explore.privacy import (
    attack,
    hide,
    likeness,
    likeness_in_colour,
    named_rightly,
    second_picture,
    signature,
    unblur,
)
from course_lib.filters import gaussian
from course_lib.util import img_as_float, img_as_ubyte


@pytest.mark.parametrize("method", ["blur", "pixelate", "paint over"])
def test_hiding_changes_the_boxes_and_nothing_else(method):
    image = img_as_float(data.load("group"))[::2, ::2]
    boxes = [{key: value // 2 for key, value in face.items()} for face in data.faces("group")]
    hidden = hide(image, boxes, method, 4, 4)
    changed = np.abs(hidden - image).max(axis=-1) > 0
    inside = np.zeros(image.shape[:2], bool)
    for face in boxes:
        inside[face["r"] : face["r"] + face["height"], face["c"] : face["c"] + face["width"]] = True
    assert not changed[~inside].any()
    assert changed[inside].mean() > 0.9
    if method == "paint over":
        assert not hidden[inside].any()
    if method == "blur":
        assert_allclose(hidden, feature.blur_faces(image, boxes, 4), atol=1e-12)


def test_undoing_a_blur_brings_the_face_nearer():
    face = img_as_float(feature.get_face_rectangle(data.load("group"), data.faces("group")[1]))
    shared = img_as_ubyte(gaussian(face, 4, channel_axis=-1)) / 255
    before, after = (
        metrics.peak_signal_noise_ratio(face, picture, data_range=1) for picture in (shared, unblur(shared, 4))
    )
    assert after > before + 3


def test_faces_are_compared_up_to_light_and_contrast():
    rng = np.random.default_rng(6)
    faces = [rng.random((40, 40)) for _ in range(3)]
    assert_allclose(signature(faces[0]), signature(0.3 * faces[0] + 0.2), atol=1e-9)
    assert_allclose(np.diag(likeness(faces, faces)), 1)
    assert named_rightly(likeness(faces, faces)) == 3
    assert named_rightly(likeness(faces[::-1], faces)) == 1
    assert named_rightly(likeness([np.zeros((40, 40))] * 3, faces)) == 0


def test_colours_are_compared_up_to_the_light():
    rng = np.random.default_rng(7)
    faces = [rng.random((32, 32, 3)) for _ in range(3)]
    table = likeness_in_colour(faces, [0.5 * face for face in faces])
    for row, face in enumerate(faces):  # the cosine of the angle between two long rows of numbers
        for col, other in enumerate(faces):
            cosine = (face * other).sum() / np.sqrt((face**2).sum() * (other**2).sum())
            assert_allclose(table[row, col], cosine)
    assert named_rightly(table) == 3
    assert named_rightly(likeness_in_colour([0 * face for face in faces], faces)) == 0
    plain = [np.full((9, 9), level) for level in (0.2, 0.5, 0.9)]
    assert named_rightly(likeness_in_colour(plain, plain)) == 0  # grey blocks differ in nothing but the light


def test_a_table_is_read_both_ways_and_a_tie_names_nobody():
    by_columns = np.array([[0.5, 0.9, 0.0], [0.4, 0.95, 0.0], [0.3, 0.8, 0.1]])
    assert (by_columns.argmax(axis=1) == np.arange(3)).sum() == 1  # by its rows, everybody is like the second
    assert named_rightly(by_columns) == named_rightly(by_columns.T) == 3
    assert named_rightly(np.ones((3, 3))) == 0


GROUP_ATTACKS = {  # what the lesson says of the group; one of seven is named by guessing
    ("blur", 8, 1): (7, 7),
    ("blur", 40, 1): (5, 7),
    ("pixelate", 0, 8): (7, 7),
    ("pixelate", 0, 3): (7, 7),
    ("pixelate", 0, 2): (3, 5),
    ("pixelate", 0, 1): (0, 6),
    ("paint over", 0, 1): (0, 0),
}


@pytest.mark.parametrize("way", GROUP_ATTACKS, ids=str)
def test_no_blur_and_no_blocks_keep_seven_people_apart_from_their_second_picture(way):
    assert attack(data.load("group"), in_order(), *way) == GROUP_ATTACKS[way]


@pytest.mark.parametrize("blocks", [1, 2, 3])
@pytest.mark.parametrize("light", [0.9, 1.1])
@pytest.mark.parametrize("move", [(4, 4), (-4, 4), (3, -3)])
def test_few_blocks_are_broken_by_other_second_pictures_as_well(blocks, light, move):
    image, boxes = img_as_float(data.load("group")), in_order()
    second = np.clip(light * image, 0, 1)
    moved = [{**face, "r": face["r"] + move[0], "c": face["c"] + move[1]} for face in boxes]
    hidden, alike = (
        [feature.get_face_rectangle(feature.pixelate_faces(picture, where, blocks), face) for face in where]
        for picture, where in ((image, boxes), (second, moved))
    )
    assert named_rightly(likeness_in_colour(hidden, alike)) >= 4


def in_order():
    return sorted(detect(data.load("group"), 1.2, 1, 50, 200), key=lambda face: face["c"])


def test_the_second_picture_is_brighter_and_its_boxes_are_moved(box):
    picture, moved = second_picture(np.full((90, 90), 0.5), [box(10, 20, 60)])
    assert_allclose(picture, 0.55)
    assert moved == [box(12, 22, 60)]


def test_the_privacy_explorer_shows_that_two_by_two_blocks_are_broken():
    def told(**controls):
        return explore.privacy(**controls).panes["text"]

    by_two = told(method="pixelate", blocks=2)
    assert "<b>2 of 7</b> rightly as it is, and <b>5 of 7</b> hidden in the same way" in by_two
    assert "<b>0 of 7</b> rightly as it is, and <b>0 of 7</b> hidden in the same way" in told(method="paint over")


def test_one_face_alone_cannot_be_mixed_up():
    shown = explore.privacy(data.load("portrait"), method="paint over")
    assert "1 face hidden." in shown.panes["text"]
    assert "nobody to mix it up with" in shown.panes["text"]


def test_where_there_is_no_face_the_privacy_explorer_says_so():
    shown = explore.privacy(data.brick())
    assert "No face was found" in shown.panes["text"]
