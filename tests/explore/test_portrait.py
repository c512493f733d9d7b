"""The damaged portrait: the explorer."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from course_lib import data, explore, metrics, restoration, transform
from course_lib.explore.boxes import detect, overlap
from course_lib.explore.portrait import MARGIN, SIDE, her_face, restore, upright_frame
from course_lib.util import img_as_float


def test_the_portrait_explorer_shows_the_notes_pipeline_first():
    upright = transform.rotate(data.load("damaged"), 20)
    calm = restoration.denoise_tv_chambolle(upright, weight=0.1, channel_axis=-1)
    noted = restoration.inpaint_biharmonic(calm, data.load("damaged_mask"), channel_axis=-1)
    assert_allclose(restore(data.load("damaged"), data.load("damaged_mask")), np.clip(noted, 0, 1), atol=1e-9)
    shown = explore.portrait()
    psnr = metrics.peak_signal_noise_ratio(
        img_as_float(data.astronaut()), np.clip(upright_frame(noted), 0, 1), data_range=1
    )
    assert f"PSNR <b>{psnr:.2f} dB</b>" in shown.panes["text"]


def test_the_mask_is_turned_where_the_angle_is_another():
    damaged, mask = np.full((704, 704, 3), 0.5), np.zeros((704, 704), bool)
    mask[300:310, 300:310] = True
    damaged[mask] = 0
    turned = restore(damaged, mask, angle=0, strength=0)  # the hole lies elsewhere in the picture as it came
    assert turned[304, 304].max() < 0.1
    assert upright_frame(turned).shape == (SIDE, SIDE, 3)
    assert MARGIN * 2 + SIDE == 704


@pytest.mark.parametrize("angle", [15, 20, 30])
def test_her_face_is_told_from_the_helmet_where_the_portrait_is_turned(angle):
    restored = upright_frame(restore(data.load("damaged"), data.load("damaged_mask"), angle))
    helmet, face = sorted(overlap(one, her_face(angle)) for one in detect(restored, min_size=51, max_size=512))
    assert helmet == 0
    assert face > 0.6


def test_another_portrait_has_no_score():
    assert "no original" in explore.portrait(data.load("portrait")).panes["text"]
