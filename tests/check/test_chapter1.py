"""Chapter 1's exercises: what Pillow makes of a picture."""

import numpy as np
import pytest
from PIL import Image, ImageOps

from course_lib.check import verdict


def flipped(image):
    return ImageOps.flip(Image.fromarray(image))


@pytest.mark.parametrize("id", ["1.2", "1.5"])
def test_a_picture_of_pillow_is_no_array_yet(id):
    found = verdict(id, flipped)
    assert found.state == "wrong"
    assert "no array but Image: np.asarray" in found.sentence


def test_an_array_made_with_pillow_is_right():
    assert verdict("1.2", lambda image: np.asarray(flipped(image))).state == "right"


def test_the_grey_of_pillow_is_told_to_be_weighted():
    found = verdict("1.6", lambda image: np.asarray(Image.fromarray(image).convert("L")))
    assert "weighted grey, in which green counts most" in found.sentence
