"""The cascade against scikit-image: the same windows survive, up to sums that float32 cannot tell apart."""

from pathlib import Path

import numpy as np
import pytest
import skimage
from PIL import Image

from course_lib.feature import Cascade

DATA = Path(__file__).parents[2] / "data"
FILE = skimage.data.lbp_frontal_face_cascade_filename()
# every window that survives is returned: none shares more than all of another
RAW = {"min_neighbor_number": 1, "intersection_score_threshold": 1.0}


def boxes(detections):
    return {(box["r"], box["c"], box["width"], box["height"]) for box in detections}


def both(image, *arguments, **options):
    return (
        boxes(cascade.detect_multi_scale(image, *arguments, **options))
        for cascade in (Cascade(FILE), skimage.feature.Cascade(FILE))
    )


def test_the_same_windows_and_the_same_face_on_the_astronaut():
    image = skimage.data.astronaut()
    ours, theirs = both(image, 1.2, 1, (50, 50), (200, 200), **RAW)
    assert len(ours) == 17
    assert ours == theirs
    ours, theirs = both(image, 1.2, 1, (50, 50), (200, 200))
    assert ours == theirs == {(66, 174, 96, 96)}


@pytest.mark.parametrize("options", [(1.1, 1, (60, 60), (123, 123)), (1.2, 1.2, (50, 50), (150, 150))])
def test_faces_are_found_at_the_same_places(options):
    ours, theirs = both(skimage.data.astronaut(), *options)
    assert len(ours) == len(theirs)
    assert np.abs(np.array(sorted(ours)) - np.array(sorted(theirs))).max() <= 8


def test_deviation_blocks_that_float32_cannot_tell_apart():
    # scikit-image's float32 sums over a whole picture keep about 7 digits, too few to compare small blocks far from
    # the upper left corner. Ours are whole numbers and exact.
    image = np.asarray(Image.open(DATA / "group.jpg"))
    ours, theirs = both(image, 1.2, 1, (50, 50), (200, 200), **RAW)
    assert (len(ours), len(theirs), len(ours & theirs)) == (395, 395, 388)
    ours, theirs = both(image, 1.2, 1, (50, 50), (200, 200))
    assert len(ours) == len(theirs) == 7


def test_deviation_windows_at_the_lower_and_right_border():
    # scikit-image never asks the last window that fits, ours does: a face cut out to fit exactly is found
    face = skimage.transform.resize(skimage.data.astronaut()[68:158, 178:268], (60, 60))
    ours, theirs = both(face, 1.2, 1, (60, 60), (61, 61), **RAW)
    assert ours == {(0, 0, 60, 60)}
    assert theirs == set()
