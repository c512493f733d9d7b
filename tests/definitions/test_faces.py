"""Cutting out, hiding and putting back faces: what must hold for any number of boxes, at the border too."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from course_lib.feature import blur_faces, get_face_rectangle, merge_blurry_face, pixelate_faces
from course_lib.filters import gaussian

boxes = st.fixed_dictionaries(
    {"r": st.integers(-6, 11), "c": st.integers(-6, 13), "width": st.integers(7, 12), "height": st.integers(7, 12)}
)


def pixels_of(box, shape):
    return [
        (r, c)
        for r in range(shape[0])
        for c in range(shape[1])
        if box["r"] <= r < box["r"] + box["height"] and box["c"] <= c < box["c"] + box["width"]
    ]


def picture(seed, *shape):
    return np.random.default_rng(seed).integers(0, 256, shape or (12, 14, 3), np.uint8)


@settings(max_examples=40)
@given(boxes, st.integers(0, 99))
def test_a_cut_out_face_holds_the_pixels_of_its_box_and_fits_back(box, seed):
    image = picture(seed)
    face = get_face_rectangle(image, box)
    inside = pixels_of(box, image.shape)
    assert_array_equal(face.reshape(-1, 3), [image[p] for p in inside])
    assert_array_equal(merge_blurry_face(image, face, box), image)
    assert_array_equal(merge_blurry_face(image, face / 255, box), image)


@settings(max_examples=30)
@given(st.lists(boxes, max_size=3), st.integers(0, 99))
def test_only_what_lies_in_a_box_is_changed(found, seed):
    image = picture(seed)
    before = image.copy()
    outside = np.ones(image.shape[:2], bool)
    for box in found:
        for p in pixels_of(box, image.shape):
            outside[p] = False
    for hidden in (blur_faces(image, found, sigma=2), pixelate_faces(image, found, blocks=2)):
        assert hidden.dtype == image.dtype
        assert hidden is not image
        assert_array_equal(hidden[outside], image[outside])
    assert_array_equal(image, before)


def test_a_face_is_blurred_as_the_notes_do_it():
    image = picture(1) / 255
    box = {"r": 2, "c": 3, "width": 8, "height": 7}
    face = get_face_rectangle(image, box)
    expected = merge_blurry_face(image, gaussian(face, sigma=8, channel_axis=-1), box)
    assert_allclose(blur_faces(image, [box], sigma=8), expected)


@settings(max_examples=30)
@given(boxes, st.integers(1, 12), st.integers(0, 99))
def test_a_pixelated_face_holds_the_means_of_its_blocks(box, blocks, seed):
    image = picture(seed, 12, 14) / 255
    hidden = get_face_rectangle(pixelate_faces(image, [box], blocks), box)
    face = get_face_rectangle(image, box)
    rows, cols = face.shape
    count = min(blocks, rows), min(blocks, cols)
    for i in range(count[0]):
        for j in range(count[1]):
            part = (
                slice(i * rows // count[0], (i + 1) * rows // count[0]),
                slice(j * cols // count[1], (j + 1) * cols // count[1]),
            )
            assert_allclose(hidden[part], face[part].mean())


@pytest.mark.parametrize("dtype", [bool, np.uint8, np.int16, np.uint16, np.int64, np.uint64, np.float32, float])
def test_the_pictures_type_stays(dtype):
    image = (picture(2, 12, 14) / 255 * 100).astype(dtype)
    box = {"r": 0, "c": 0, "width": 9, "height": 9}
    for hidden in (blur_faces(image, [box]), pixelate_faces(image, [box], 1)):
        assert hidden.dtype == image.dtype
    if dtype not in (bool, float, np.float32):
        assert pixelate_faces(image, [box], 1)[0, 0] == pytest.approx(image[:9, :9].mean(), abs=0.6)
        assert merge_blurry_face(image, np.ones((9, 9)), box)[0, 0] >= np.iinfo(dtype).max - 2047


def test_a_blurred_constant_face_stays_and_no_faces_change_nothing():
    image = np.full((12, 14, 3), 77, np.uint8)
    assert_array_equal(blur_faces(image, [{"r": 2, "c": 2, "width": 6, "height": 6}]), image)
    assert_array_equal(blur_faces(image, []), image)
    for value in (False, True):
        mask = np.full((12, 14), value)
        assert_array_equal(blur_faces(mask, [{"r": 2, "c": 2, "width": 6, "height": 6}]), mask)


def test_what_cannot_be_meant_is_refused_with_the_remedy():
    image = picture(0)
    box = {"r": 2, "c": 2, "width": 6, "height": 6}
    with pytest.raises(ValueError, match="is r the row"):
        get_face_rectangle(image, {**box, "r": 12})
    with pytest.raises(ValueError, match="at least 1 pixel"):
        get_face_rectangle(image, {**box, "width": 0})
    with pytest.raises(ValueError, match="dict with r, c"):
        get_face_rectangle(image, (2, 2, 6, 6))
    with pytest.raises(ValueError, match="of the box's shape"):
        merge_blurry_face(image, np.zeros((5, 5, 3)), box)
    with pytest.raises(ValueError, match="1 or more"):
        pixelate_faces(image, [box], blocks=0)
    with pytest.raises(ValueError, match="expected a picture"):
        blur_faces(np.zeros(5), [box])
    with pytest.raises(ValueError, match="expected a list of boxes"):
        blur_faces(image, box)
