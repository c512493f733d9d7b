"""What answers say of the explorers: nothing prints those numbers, so they are asked for here (2: its own file)."""

import pytest

from course_lib import color, data, explore, filters, steps, transform
from course_lib.explore.boxes import detector

PALACE = color.rgb2gray(data.load("palace"))[150:350, 250:506]
FRUIT = color.rgb2gray(data.load("grapefruit"))[::2, ::2]
SPACE = data.astronaut()[:256, 100:356]

COINS, PAGE = data.coins(), data.load("page_dim")
CHATEAU = data.load("chateau")[60:260, 260:516]
WALL = data.load("landscape")[150:350, 200:456]
BY_RULE = ["isodata", "li", "mean", "minimum", "otsu", "triangle", "yen"]
DOTS = {"max_points": 100, "max_area": 600}

TOLD = [
    (explore.threshold, (COINS,), {"level": 80}, "<b>53.5%</b>"),
    (explore.threshold, (COINS,), {"level": 180}, "<b>8.3%</b>"),
    (explore.local_threshold, (PAGE,), {"offset": 0}, "<b>64.6%</b>"),
    (explore.local_threshold, (PAGE,), {"offset": 10}, "<b>91.1%</b>"),
    (explore.local_threshold, (PAGE,), {"offset": -10}, "<b>22.3%</b>"),
    (explore.local_threshold, (PAGE,), {"offset": 10, "block_size": 5}, "<b>93.4%</b>"),
    (explore.local_threshold, (PAGE,), {"offset": 10, "block_size": 101}, "<b>88.8%</b>"),
    (explore.inpaint, (CHATEAU,), {"row": 0.2}, "<b>36.9 dB</b>"),
    (explore.inpaint, (CHATEAU,), {"row": 0.5}, "<b>28.0 dB</b>"),
    (explore.inpaint, (CHATEAU,), {"row": 0.7}, "<b>6.8 dB</b>"),
    (explore.inpaint, (CHATEAU,), {"row": 0.0}, "<b>25.4 dB</b>"),
    (explore.quality, (), {"strength": 0.1}, "SSIM <b>0.289</b>"),
    (explore.quality, (), {"kind": "blur", "strength": 0.3}, "SSIM <b>0.688</b>"),
    (
        steps.nl_means,
        (),
        {"step": 0},
        "it was 0.78. Patches like its own: 1 so far; the mean of their middle pixels is <b>0.91</b>",
    ),
    (steps.nl_means, (), {"step": 9}, "10 so far; the mean of their middle pixels is <b>0.77</b>"),
    (explore.nl_means, (), {}, "denoised: <b>PSNR 31.48 dB"),
    (explore.nl_means, (), {"patch_distance": 11}, "denoised: <b>PSNR 31.08 dB"),
    (explore.wavelets, (WALL,), {"curves": True}, "0.10 by PSNR, 0.10 by SSIM"),
    (explore.superpixels, (), {"compactness": 1000.0}, "<b>400</b> pieces"),
    (
        explore.superpixels,
        (),
        {"compactness": 0.1},
        "<b>172</b> pieces, the smallest of 91 pixels, the largest of 1873",
    ),
    (explore.boundaries, (), {"mode": "subpixel"}, "<b>1936</b> pixels"),
    (explore.contours, (), {"level": 0.42}, "<b>995</b> contours"),
    (explore.contours, (), {"level": 0.5}, "<b>18</b> contours"),
    (explore.count, (), {"blur": 4.5, **DOTS}, "<b>14</b> (0 wrong, 0 missed)"),
    (explore.count, (), {"blur": 5.5, **DOTS}, "<b>8</b> (0 wrong, 6 missed)"),
    (explore.regions, (), {"level": 0.4, "dark": True}, "<b>90</b> regions"),
    (explore.regions, (), {"level": 0.4, "dark": True, "min_area": 50}, "<b>17</b> regions"),
    (explore.canny, (FRUIT,), {"high": 0.5}, "<b>5152</b> pixels are edges"),
    (explore.canny, (FRUIT,), {"high": 1.2}, "<b>555</b> pixels are edges"),
    (steps.canny, (), {"step": 3}, "15.0% of the pixels"),
    (steps.harris, (), {"step": 17}, "<b>corner</b>"),
    (steps.harris, (), {"step": 40}, "<b>edge</b>"),
    (explore.harris, (PALACE,), {"k": 0.0}, "0.0% of the pixels are clearly negative"),
    (explore.harris, (PALACE,), {"k": 0.25}, "<b>0</b> corners"),
    (explore.peaks, (PALACE,), {}, "<b>14</b> corners"),
    (explore.peaks, (PALACE,), {"min_distance": 1, "threshold_rel": 0.0}, "<b>1141</b> corners"),
    (explore.peaks, (PALACE,), {"min_distance": 1}, "<b>463</b> corners"),
    (explore.matching, (PALACE,), {}, "<b>56</b> right"),
    (explore.matching, (PALACE,), {"angle": 17}, "54% right"),
    (explore.matching, (PALACE,), {"angle": 18}, "40% right"),
    (explore.matching, (PALACE,), {"angle": 25}, "<b>0</b> right"),
    (explore.matching, (PALACE,), {"angle": 15}, "<b>13</b> right"),
    (explore.matching, (PALACE,), {"patch_size": 25}, "<b>73</b> right"),
    (explore.matching, (PALACE,), {"patch_size": 25, "angle": 15}, "<b>1</b> right"),
    (explore.alignment, (PALACE,), {"angle": 14, "tries": 4}, "<b>14.05°</b>"),
    (explore.alignment, (PALACE,), {"angle": 15, "tries": 4}, "<b>15.29°</b>"),
    (explore.alignment, (PALACE,), {"angle": 23, "tries": 20}, "<b>23.08°</b>"),
    (explore.alignment, (PALACE,), {"angle": 25, "tries": 46}, "<b>68.50°</b>"),
    (explore.alignment, (PALACE,), {"angle": 25, "tries": 47}, "37 matches, <b>6</b> agree. Angle: <b>25.09°</b>"),
    (explore.alignment, (PALACE,), {"angle": 24, "tries": 200}, "<b>43.52°</b>"),
    (explore.alignment, (PALACE,), {"angle": 29, "tries": 200}, "<b>-66.80°</b>"),
    (explore.lbp, (SPACE,), {"gamma": 2.0}, "<b>98%</b>"),
    (explore.lbp, (SPACE,), {"noise": 0.02}, "<b>19%</b>"),
    (explore.lbp, (SPACE,), {"noise": 0.02, "block": 8}, "<b>78%</b>"),
    (explore.lbp, (SPACE,), {"gamma": 2.0, "block": 8}, "<b>88%</b>"),
    (explore.question, (), {"col": 78}, "passes 16 of 20"),
    (explore.question, (), {"col": 72}, "passes 12 of 20"),
    (explore.question, (), {"col": 70}, "passes 11 of 20"),
    (explore.question, (), {"col": 68}, "<b>a face</b>"),
    (explore.question, (), {"row": 20}, "passes 3 of 20"),
    (steps.cascade, (), {"step": 3}, "13.87% of all"),
    (steps.cascade, (), {"step": 4}, "9.51% of all"),
    (explore.faces, (data.load("friends"),), {"step_ratio": 2.0}, "5 of 8 faces found"),
    (explore.faces, (data.load("friends"),), {"scale_factor": 1.5}, "8 of 8 faces found"),
    (explore.faces, (data.load("friends"),), {"scale_factor": 1.6}, "6 of 8 faces found"),
    (explore.faces, (data.load("group"),), {"min_size": 30}, "0 missed, 0 false"),
    (explore.faces, (data.load("group"),), {"min_size": 25}, "0 missed, 1 false"),
    (explore.faces, (data.load("group"),), {"min_size": 20}, "0 missed, 2 false"),
    (steps.scales, (), {"step": 6}, "59 pixels, 16,644 windows. It found a face in <b>47</b>"),
    (explore.superpixel_faces, (data.load("portrait"),), {"n_segments": 20}, "12 superpixels"),
    (explore.superpixel_faces, (data.load("portrait"),), {"n_segments": 30}, "34 superpixels"),
    (explore.superpixel_faces, (data.load("portrait"),), {"n_segments": 40}, "in the superpixels: <b>1</b>"),
    (explore.privacy, (), {"sigma": 40.0}, "<b>7 of 7</b> hidden in the same way"),
    (explore.privacy, (), {"method": "pixelate", "blocks": 1}, "<b>6 of 7</b> hidden in the same way"),
    (explore.matching, (PALACE,), {"angle": 25, "max_ratio": 1.0}, "<b>36</b> matches: <b>7</b> right"),
    (explore.question, (), {"row": 30}, "passes 13 of 20"),
    (explore.question, (), {"col": 76}, "<b>a face</b>"),
    (explore.question, (), {"row": 22}, "<b>a face</b>"),
    (steps.scales, (), {"step": 3}, "34 pixels, 81,312 windows. It found a face in <b>3</b>"),
    (steps.scales, (), {"step": 4}, "41 pixels, 19,380 windows. It found a face in <b>8</b>"),
    (steps.scales, (), {"step": 8}, "85 pixels, 3,296 windows. It found a face in <b>6</b>"),
    (steps.scales, (), {"step": 9}, "103 pixels, 2,673 windows. It found a face in <b>0</b>"),
    (explore.superpixel_faces, (data.load("portrait"),), {"n_segments": 40}, "32 superpixels"),
    (explore.superpixel_faces, (data.load("portrait"),), {"n_segments": 30}, "in the superpixels: <b>1</b>"),
    (explore.superpixel_faces, (data.load("portrait"),), {"n_segments": 20}, "in the superpixels: <b>0</b>"),
    (explore.privacy, (), {"sigma": 24.0}, "still finds <b>1</b>"),
    (explore.privacy, (), {"sigma": 25.0}, "still finds <b>0</b>"),
    (explore.privacy, (), {"sigma": 25.0}, "<b>7 of 7</b> hidden in the same way"),
    (explore.privacy, (), {"sigma": 33.0}, "still finds <b>0</b>"),
    (explore.privacy, (), {"sigma": 34.0}, "still finds <b>1</b>"),
    (explore.privacy, (), {"sigma": 35.0}, "still finds <b>2</b>"),
    (explore.portrait, (), {}, "22.86 dB"),
    (explore.portrait, (), {"angle": 19}, "17.00 dB"),
]


@pytest.mark.parametrize(("opener", "pictures", "controls", "told"), TOLD)
def test_an_explorer_says_what_the_lesson_says_of_it(opener, pictures, controls, told):
    assert told in opener(*pictures, **controls).panes["text"]


@pytest.mark.parametrize(("picture", "lowest", "highest"), [(COINS, 95, 110), (data.camera(), 42, 146)])
def test_the_rules_agree_on_the_coins_and_not_on_the_camera(picture, lowest, highest):
    levels = sorted(float(getattr(filters, f"threshold_{rule}")(picture)) for rule in BY_RULE)
    agreeing = [level for level in levels if lowest - 0.5 <= level <= highest]
    assert len(agreeing) == (5 if picture is COINS else 7)
    assert (round(agreeing[0]), agreeing[-1]) == (lowest, highest)


@pytest.mark.parametrize(("angle", "found"), [(10, 8), (15, 4), (20, 1)])
def test_how_far_the_friends_may_tilt_their_heads(angle, found):
    friends, count = data.load("friends"), 0
    for d in data.faces("friends"):
        row, col, half = d["r"] + d["height"] // 2, d["c"] + d["width"] // 2, d["width"]
        alone = friends[max(row - half, 0) : row + half, max(col - half, 0) : col + half]
        count += bool(detector().detect_multi_scale(transform.rotate(alone, angle), 1.2, 1, (40, 40), (160, 160)))
    assert count == found
