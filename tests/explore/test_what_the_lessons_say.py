"""The lessons' sentences after an explorer give numbers that no cell prints: here they are measured again."""

import re

import numpy as np
import pytest

from course_lib import data, explore, segmentation, steps
from course_lib.util import img_as_float


def told(shown):
    """Return the text of an explorer without its marks."""
    return re.sub("<[^>]+>", "", shown.panes["text"])


def numbers(text, pattern):
    return [float(number) for number in re.findall(pattern, text)]


@pytest.mark.parametrize(("row", "decibels"), [(0.2, 37), (0.4, 37), (0.5, 28), (0.7, 7)])
def test_a_logo_is_easy_to_remove_from_the_sky_only(row, decibels):
    text = told(explore.inpaint(data.load("chateau")[60:260, 260:516], row=row))
    assert numbers(text, r"filled in: ([\d.]+) dB") == [pytest.approx(decibels, abs=0.5)]


def test_the_best_weight_by_psnr_is_smaller_than_the_best_by_ssim():
    scores = {}
    for weight in np.arange(0.08, 0.32, 0.02).round(2).tolist():
        text = told(explore.total_variation(data.load("dice")[140:340, 150:406], weight=weight)).split("denoised:")[1]
        scores[weight] = numbers(text, r"PSNR ([\d.]+) dB") + numbers(text, r"SSIM ([\d.]+)")
    assert 0.12 <= max(scores, key=lambda weight: scores[weight][0]) <= 0.16
    assert max(scores, key=lambda weight: scores[weight][1]) >= 0.2


def test_the_energy_falls_all_the_while_and_the_psnr_does_not():
    texts = [
        told(steps.total_variation(step=step)) for step in range(steps.total_variation.spec.controls["step"][1] + 1)
    ]
    energies = [numbers(text, r"energy ([\d.]+)\.")[0] for text in texts]
    quality = [numbers(text, r"PSNR ([\d.]+) dB")[0] for text in texts]
    assert (np.diff(energies) < 0).all()
    assert np.argmax(quality) == 3
    assert [quality[3], quality[-1]] == pytest.approx([26.9, 25.8], abs=0.05)


def test_the_energy_is_the_sum_that_its_text_says():
    shown = steps.total_variation(step=5, weight=0.25)
    variation, squares, energy = numbers(told(shown), r"(?:variation|\(2 · 0\.25\)|energy) (\d+)")
    current = shown.panes["picture"]
    noisy = steps.total_variation(step=0, weight=0.25).panes["picture"]
    down = np.diff(current, axis=0, append=current[-1:])
    right = np.diff(current, axis=1, append=current[:, -1:])
    assert variation == pytest.approx(np.sqrt(down**2 + right**2).sum(), abs=0.6)
    assert squares == pytest.approx(((current - noisy) ** 2).sum() / (2 * 0.25), abs=0.6)
    assert energy == pytest.approx(variation + squares, abs=1.1)


def test_with_five_colours_the_rind_gets_its_own():
    picture = img_as_float(data.load("grapefruit"))[::2, ::2]
    flesh, rind = (140 // 2, 200 // 2), (250 // 2, 32 // 2)
    four, five = (segmentation.kmeans(picture, k)[0] for k in (4, 5))
    assert four[flesh] == four[rind]
    assert five[flesh] != five[rind]
    assert len({five[flesh], five[rind], five[250 // 2, 215 // 2], five[60 // 2, 560 // 2]}) == 4


@pytest.mark.parametrize(("mode", "count"), [("thick", 1398), ("inner", 709), ("outer", 689)])
def test_two_modes_draw_about_half_as_many_pixels_of_a_boundary(mode, count):
    assert f"{count} pixels are drawn" in told(explore.boundaries(mode=mode))


@pytest.mark.parametrize(("least", "count"), [(1, 90), (50, 17)])
def test_at_the_level_of_the_cloth_most_regions_are_small(least, count):
    assert told(explore.regions(level=0.4, dark=True, min_area=least)).startswith(f"{count} regions of 90")


@pytest.mark.parametrize("level", [0.62, 0.638, 0.64, 0.66])
def test_at_sigma_6_two_rows_of_three_dots_are_one_at_any_level_near_otsus(level):
    text = told(explore.count(level=level, blur=6.0, max_area=800))  # of a dot and more, less than three
    assert "by regions: 8 (0 wrong, 6 missed)" in text


@pytest.mark.parametrize(
    ("controls", "share"),
    [({"gamma": 2.0}, 98), ({"noise": 0.02}, 19), ({"noise": 0.02, "block": 8}, 78)],
    ids=str,
)
def test_light_leaves_the_codes_and_noise_does_not(controls, share):
    assert f"{share}% of the codes" in told(explore.lbp(data.astronaut()[:256, 100:356], **controls))


def test_a_change_of_light_is_a_little_worse_for_blocks():
    def share(**controls):
        return numbers(told(explore.lbp(data.astronaut()[:256, 100:356], **controls)), r"(\d+)% of the codes")[0]

    assert share(gamma=2.0, block=4) < share(gamma=2.0)
    assert share(gamma=3.0, block=8) < share(gamma=3.0)


@pytest.mark.parametrize(("least", "false"), [(30, 0), (25, 1)])
def test_in_the_group_small_windows_find_a_piece_of_the_wall(least, false):
    assert f"7 of 7 faces found, 0 missed, {false} false" in told(explore.faces(data.load("group"), min_size=least))
