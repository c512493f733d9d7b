"""Planted answers to exercises 5.9 to 5.18: the wrong ones with the sentence they earn, and other right ones."""

import numpy as np
import pytest
import skimage
from planted import exercises, loops_over
from scipy import ndimage

from course_lib import data, feature, filters, restoration, transform, util
from course_lib.check import verdict
from course_lib.check.chapter5_boxes import PAIRS, SCENES, box
from course_lib.check.chapter5_faces import eight_bits
from course_lib.check.chapter5_portrait import as_noted, known_scores, portraits, reference
from course_lib.check.chapter5_privacy import lineup
from course_lib.check.chapter5_twice import agreeing
from course_lib.explore.boxes import overlap, score_boxes
from course_lib.explore.portrait import restore, upright_frame
from course_lib.feature.lbp import CLOCKWISE, lbp_codes, summed_area_table

IDS = exercises(5, first=9)
COLOURS = {"channel_axis": -1}
FILL_FIRST = "fill, then denoise"


def loop_code(patch):
    code = 0
    for r, c in ((0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0)):
        code = 2 * code + (1 if patch[r, c] >= patch[1, 1] else 0)
    return code


def corners(table, row, col, height, width):
    bottom, right = row + height, col + width
    return table[bottom, right], table[row, right], table[bottom, col], table[row, col]


def four(combine):
    return lambda *a: combine(*corners(*a))


def image_of(table):
    return np.diff(np.diff(table, axis=0), axis=1)


def starts(length, side, step):
    return len(range(0, length - side + 1, step))


def passed(scores, thresholds):
    return scores >= thresholds[:, None]


def left(scores, thresholds):
    return np.logical_and.accumulate(passed(scores, thresholds), axis=0).sum(axis=1)


def left_by_loop(scores, thresholds):
    alive, counts = np.arange(scores.shape[1]), []
    for stage, threshold in zip(scores, thresholds, strict=True):
        alive = alive[stage[alive] >= threshold]
        counts.append(len(alive))
    return counts


def shared_area(a, b, clip=True):
    high = min(a["r"] + a["height"], b["r"] + b["height"]) - max(a["r"], b["r"])
    wide = min(a["c"] + a["width"], b["c"] + b["width"]) - max(a["c"], b["c"])
    return max(high, 0) * max(wide, 0) if clip else high * wide


def area(a):
    return a["width"] * a["height"]


def unclipped(a, b):
    return shared_area(a, b, False) / (area(a) + area(b) - shared_area(a, b, False))


def overlap_on_paper(a, b):
    paper = np.zeros((2, 80, 80), bool)
    for page, one in zip(paper, (a, b), strict=True):
        page[one["r"] : one["r"] + one["height"], one["c"] : one["c"] + one["width"]] = True
    return (paper[0] & paper[1]).sum() / (paper[0] | paper[1]).sum()


def tally(found, truth):
    return tuple(len(some) for some in score_boxes(found, truth))


def one_face_a_box(found, truth):
    """Let each box find the first face that it fits, and no other."""
    hits, false = set(), 0
    for one in found:
        fits = [k for k, face in enumerate(truth) if overlap(one, face) >= 0.3]
        hits.update(fits[:1])
        false += not fits
    return len(hits), len(truth) - len(hits), false


def hits_as_boxes(found, truth):
    boxes = sum(any(overlap(b, face) >= 0.3 for face in truth) for b in found)
    return boxes, len(truth) - boxes, len(found) - boxes


def tally_in_place(found, truth):
    counts = tally(found, truth)
    found.clear()
    return counts


def removed_in_place(boxes, others):
    for one in boxes:
        if one not in agreeing(boxes, others):
            boxes.remove(one)
    return boxes


def one_each(boxes, others):
    others, kept = list(others), []
    for one in boxes:
        for other in others:
            if overlap(one, other) >= 0.3:
                others.remove(other)
                kept.append(one)
                break
    return kept


def faces_blurred(image, boxes, sigma, **how):
    for one in boxes:
        face = filters.gaussian(feature.get_face_rectangle(image, one), sigma, **how)
        image = feature.merge_blurry_face(image, face, one)
    return image


def channels_mixed(image, boxes, sigma):
    for one in boxes:
        face = ndimage.gaussian_filter(feature.get_face_rectangle(image, one) / 1.0, sigma, mode="nearest")
        image = feature.merge_blurry_face(image, face / 255 if image.dtype == np.uint8 else face, one)
    return image


def as_in_the_notes(image, boxes, sigma):
    resulting_image = image.copy()
    for one in boxes:
        face = feature.get_face_rectangle(image, one)
        resulting_image = feature.merge_blurry_face(image, filters.gaussian(face, sigma, **COLOURS), one)
    return resulting_image


def in_place(image, boxes, sigma):
    for one in boxes:
        face = filters.gaussian(feature.get_face_rectangle(image, one), sigma, **COLOURS)
        image[:] = feature.merge_blurry_face(image, face, one)
    return image


def blurred_whole_then_cut(image, boxes, sigma):
    blurred = filters.gaussian(image, sigma, **COLOURS)
    for one in boxes:
        image = feature.merge_blurry_face(image, feature.get_face_rectangle(blurred, one), one)
    return image


def by_slices(image, boxes, sigma):
    result = image.copy()
    for one in boxes:
        rows = slice(max(one["r"], 0), one["r"] + one["height"])
        cols = slice(max(one["c"], 0), one["c"] + one["width"])
        face = skimage.filters.gaussian(result[rows, cols], sigma, mode="nearest", channel_axis=-1)
        result[rows, cols] = np.rint(face * 255) if image.dtype == np.uint8 else face
    return result


def measured(blurred, candidates, sigma):
    return [np.mean((filters.gaussian(face, sigma) - blurred) ** 2) for face in candidates]


def portrait(**how):
    return lambda damaged, mask: upright_frame(restore(damaged, mask, **how))


def filled_as_it_lay(damaged, mask):
    """Fill before turning, with a mask that fits the upright picture."""
    filled = restoration.inpaint_biharmonic(util.img_as_float(damaged), mask, **COLOURS)
    calm = restoration.denoise_tv_chambolle(filled, weight=0.03, **COLOURS)
    return upright_frame(transform.rotate(calm, 20))


def moved(damaged, mask, down, right):
    """Restore well, and cut out beside where the portrait lies."""
    picture = reference(damaged, mask)
    return np.roll(picture, (down, right), (0, 1))


def by_library_calls(damaged, mask):
    upright = skimage.transform.rotate(damaged, 20)
    wide = skimage.morphology.dilation(mask, skimage.morphology.disk(2))
    filled = skimage.restoration.inpaint_biharmonic(upright, wide, **COLOURS)
    return skimage.restoration.denoise_tv_chambolle(filled, weight=0.04, **COLOURS)[96:608, 96:608]


WRONG = {
    "5.9": [
        (lambda p: eight_bits(p, test=np.greater), "exactly as bright"),
        (lambda p: eight_bits(p, test=np.less_equal), "inverted"),
        (lambda p: loop_code(p.T), "other way round"),
        (lambda p: eight_bits(p, weights=[1, 2, 4, 8, 16, 32, 64, 128]), "weighs 128"),
        (lambda p: eight_bits(p, [0, 1, 2, 3, 5, 6, 7, 8]), "row by row"),
        (lambda p: eight_bits(p, np.roll(CLOCKWISE, -1)), "starts at the upper left"),
        (lambda p: int((p.ravel()[CLOCKWISE] >= p[1, 1]).sum()), "counts the bits"),
        (lambda p: (p.ravel()[CLOCKWISE] >= p[1, 1]).astype(int), "eight bits"),
        (lambda p: int("".join(str(int(b)) for b in ((p - p[1, 1]).ravel()[CLOCKWISE] >= 0)), 2), "wrap round"),
        (lambda p: "eight", "expected one number"),
        (lambda p: p, "array"),
    ],
    "5.10": [
        (four(lambda d, b, c, a: d - b - c), "put it back"),
        (four(lambda d, b, c, a: d - b - c - a), "once more"),
        (four(lambda d, b, c, a: d), "everything above"),
        (four(lambda d, b, c, a: d - a), "two strips"),
        (lambda t, r, c, h, w: t[r : r + h, c : c + w].sum(), "sums already"),
        (lambda t, r, c, h, w: image_of(t)[r : r + w, c : c + h].sum(), "height and width are exchanged"),
        (lambda t, r, c, h, w: image_of(t)[c : c + h, r : r + w].sum(), "row and col are exchanged"),
        (lambda t, r, c, h, w: image_of(t)[r : r + h - 1, c : c + w - 1].sum(), "one row and one column short"),
        (lambda t, r, c, h, w: image_of(t)[r + 1 : r + h + 1, c + 1 : c + w + 1].sum(), "moved by one"),
        (lambda t, r, c, h, w: image_of(t)[r:h, c:w].sum(), "lengths"),
    ],
    "5.11": [
        (lambda r, c, s, k: max(r - s, 0) // k * (max(c - s, 0) // k), "fencepost"),
        (lambda r, c, s, k: starts(r, s, k), "one direction"),
        (lambda r, c, s, k: (r // s) * (c // s), "not `side`"),
        (lambda r, c, s, k: 0 if s > r else ((r - s) // k + 1) * ((c - s) // k + 1), "larger than the picture"),
        (lambda r, c, s, k: 0 if s > c else ((r - s) // k + 1) * ((c - s) // k + 1), "larger than the picture"),
        (lambda r, c, s, k: max(r - s + 1, 0) * max(c - s + 1, 0), "step is missing"),
        (lambda r, c, s, k: -(-r // k) * -(-c // k), "must fit"),
        (lambda r, c, s, k: ((r - s) // k + 1) * ((c - s) // k + 1), "larger than the picture"),
        (lambda r, c, s, k: ((r - s) / k + 1) * ((c - s) / k + 1), "expected about"),
        (lambda r, c, s, k: max(int((r - s) / k) + 1, 0) * max(int((c - s) / k) + 1, 0), "larger than the picture"),
    ],
    "5.12": [
        (lambda s, t: passed(s, t).sum(axis=1), "counted alone"),
        (lambda s, t: np.logical_and.accumulate(s > t[:, None]).sum(axis=1), "exactly at the threshold"),
        (lambda s, t: s.shape[1] - left(s, t), "windows that are out"),
        (lambda s, t: np.r_[s.shape[1], left(s, t)[:-1]], "asked at each stage"),
        (lambda s, t: left(s, t) / s.shape[1], "shares"),
        (lambda s, t: left(s, t)[-1], "shape"),
        (lambda s, t: np.logical_and.accumulate(passed(s, t)), "one number for each stage"),
        (lambda s, t: np.logical_and.accumulate(s >= t, axis=0).sum(axis=1), "stopped on a picture"),
        (lambda s, t: (s.cumsum(0) >= t.cumsum()[:, None]).sum(axis=1), "added up"),
        (lambda s, t: left(s, t) + 1, "differ"),
    ],
    "5.13": [
        (lambda a, b: shared_area(a, b) / min(area(a), area(b)), "smaller box"),
        (lambda a, b: shared_area(a, b) / max(area(a), area(b)), "larger box"),
        (lambda a, b: shared_area(a, b) / area(a), "first box"),
        (lambda a, b: shared_area(a, b) / (area(a) + area(b)), "counts twice"),
        (lambda a, b: 2 * shared_area(a, b) / (area(a) + area(b)), "Dice"),
        (shared_area, "in pixels"),
        (unclipped, "negative length"),
        (
            lambda a, b: overlap(*({**o, "width": o["height"], "height": o["width"]} for o in (a, b))),
            "width and height are exchanged",
        ),
        (lambda a, b: float("nan"), "finite"),
    ],
    "5.14": [
        (lambda found, truth: (len(found), len(truth) - len(found), 0), "not a face yet"),
        (hits_as_boxes, "count faces, not boxes"),
        (one_face_a_box, "both are found"),
        (lambda f, t: (tally(f, t)[0], tally(f, t)[1], len(f) - tally(f, t)[0]), "second box"),
        (lambda f, t: (tally(f, t)[0], tally(f, t)[2], tally(f, t)[1]), "order"),
        (lambda f, t: (tally(f, t)[1], tally(f, t)[0], tally(f, t)[2]), "exchanged"),
        (lambda f, t: tuple(len(some) for some in score_boxes(f, t, 1e-9)), "touch is not enough"),
        (lambda f, t: tuple(len(some) for some in score_boxes(f, t, 0.3 + 1e-9)), "exactly 0.3"),
        (lambda f, t: tuple(len(some) for some in score_boxes(f, t, 0.29)), "not a little less"),
        (lambda f, t: tuple(len(some) for some in score_boxes(f, t, 0.28)), "not a little less"),
        (lambda f, t: tally(f, t)[0], "three numbers"),
        (tally_in_place, "changed the list"),
        (lambda f, t: score_boxes(f, t), "three numbers"),
        (lambda f, t: (0, 0, 0), "expected"),
        (lambda f, t: (float("nan"),) * 3, "expected"),
    ],
    "5.15": [
        (lambda boxes, others: [b for b in boxes if b not in agreeing(boxes, others)], "inverted"),
        (lambda boxes, others: agreeing(others, boxes), "second list"),
        (lambda boxes, others: agreeing(boxes, others, rule=all), "any, not all"),
        (lambda boxes, others: agreeing(boxes, others, 1e-9), "touch is not enough"),
        (lambda boxes, others: agreeing(boxes, others, 0.3 + 1e-9), "exactly 0.3"),
        (lambda boxes, others: [b for b in boxes for o in others if overlap(b, o) >= 0.3], "still one box"),
        (lambda boxes, others: [b for b in boxes if sum(overlap(b, o) for o in others) >= 0.3], "do not add up"),
        (lambda boxes, others: boxes, "nothing was left out"),
        (lambda boxes, others: boxes + others, "more boxes"),
        (lambda boxes, others: len(agreeing(boxes, others)), "how many"),
        (lambda boxes, others: [b for b in boxes if b in others], "equal boxes"),
        (lambda boxes, others: np.array([1, 2]), "list of boxes"),
        (lambda boxes, others: agreeing(boxes, others)[::-1], "another order"),
        (lambda boxes, others: agreeing(boxes, others, 0.29), "not a little less"),
        (removed_in_place, "changed the list"),
        (lambda boxes, others: boxes.sort(key=lambda b: b["c"]) or agreeing(boxes, others), "changed the list"),
        (one_each, "may confirm two boxes"),
    ],
    "5.16": [
        (as_in_the_notes, "only the last"),
        (lambda image, boxes, sigma: faces_blurred(image, boxes[:1], sigma, **COLOURS), "only the first"),
        (lambda image, boxes, sigma: image.copy(), "no face"),
        (lambda image, boxes, sigma: filters.gaussian(image, sigma, **COLOURS), "from 0 to 1"),
        (
            lambda image, boxes, sigma: util.img_as_ubyte(filters.gaussian(image, sigma, **COLOURS)),
            "whole picture is blurred",
        ),
        (channels_mixed, "colours were mixed"),
        (blurred_whole_then_cut, "lies around"),
        (lambda image, boxes, sigma: faces_blurred(image, boxes, 1, **COLOURS), "another sigma"),
        (in_place, "changed the picture"),
        (lambda image, boxes, sigma: feature.pixelate_faces(image, boxes, 4), "differ"),
        (lambda image, boxes, sigma: faces_blurred(image, boxes or 1, sigma, **COLOURS), "stopped on a picture"),
    ],
    "5.17": [
        (lambda b, faces, s: int(np.argmax(measured(b, faces, s))), "smallest difference"),
        (lambda b, faces, s: int(np.argmin([np.mean((f - b) ** 2) for f in faces])), "blur the candidates as well"),
        (lambda b, faces, s: int(np.argmin(measured(b, faces, s))) + 1, "counted from 1"),
        (lambda b, faces, s: min(measured(b, faces, s)), "this is the difference"),
        (lambda b, faces, s: faces[int(np.argmin(measured(b, faces, s)))], "this is a picture"),
        (lambda b, faces, s: 0, "in line-up 2 it is candidate 3"),
        *(
            (lambda b, faces, s, k=k: int(np.argmin(measured(b, faces, k))), "always the same blur")
            for k in (3, 4, 5, 8)
        ),
        (lambda b, faces, s: int(np.argmin([abs(np.mean(filters.gaussian(f, s) - b)) for f in faces])), "mirrored"),
        (lambda b, faces, s: int(np.argmin([abs(filters.gaussian(f, s).std() - b.std()) for f in faces])), "mirrored"),
        (lambda b, faces, s: int(np.argmin([np.mean(f - filters.gaussian(b, s)) ** 2 for f in faces])), "in line-up"),
    ],
    "5.18": [
        (as_noted, "rim"),
        (lambda damaged, mask: restore(damaged, mask), "cut out the portrait"),
        (portrait(angle=-20), "does not lie over"),
        (portrait(angle=19), "does not lie over"),
        (lambda damaged, mask: moved(damaged, mask, 1, 0), "(rows: 1, columns: 0)"),
        (lambda damaged, mask: moved(damaged, mask, 0, -2), "(rows: 0, columns: 2)"),
        (portrait(order=FILL_FIRST, wider=2, strength=0), "noise left"),
        (portrait(order=FILL_FIRST, wider=2), "too smooth"),
        (lambda damaged, mask: portrait(strength=0.03)(damaged, mask & False), "strokes are still there"),
        (filled_as_it_lay, "strokes are still there"),
        (lambda damaged, mask: util.img_as_float(data.astronaut()), "original is in there"),
        (lambda damaged, mask: 0.5 * as_noted(damaged, mask) + 0.5 * data.astronaut() / 255, "another picture"),
        (lambda damaged, mask: util.img_as_ubyte(reference(damaged, mask)), "floats from 0 to 1"),
        (lambda damaged, mask: reference(damaged, mask) * 255, "expected values from 0 to 1"),
        (lambda damaged, mask: reference(damaged, mask)[..., 0], "shape"),
        (lambda damaged, mask: reference(damaged, mask) * np.nan, "finite"),
        (lambda damaged, mask: np.full((512, 512, 3), 0.5), "plain colour"),
    ],
}

RIGHT = {
    "5.9": [loop_code, eight_bits, lambda p: lbp_codes(summed_area_table(p), [0], [0], 1, 1)[0]],
    "5.10": [
        four(lambda d, b, c, a: d - b - c + a),
        lambda t, r, c, h, w: image_of(t)[r : r + h, c : c + w].sum(),
        lambda t, r, c, h, w: skimage.transform.integrate(t[1:, 1:], (r, c), (r + h - 1, c + w - 1)),
    ],
    "5.11": [
        lambda r, c, s, k: starts(r, s, k) * starts(c, s, k),
        lambda r, c, s, k: max((r - s) // k + 1, 0) * max((c - s) // k + 1, 0),
        lambda r, c, s, k: max(int((r - s) / k + 1), 0) * max(int((c - s) / k + 1), 0),
    ],
    "5.12": [left, left_by_loop, lambda s, t: np.cumprod(passed(s, t), axis=0).sum(axis=1)],
    "5.13": [overlap, overlap_on_paper],
    "5.14": [tally, lambda found, truth: list(tally(found, truth)), lambda *a: np.array(tally(*a))],
    "5.15": [
        agreeing,
        lambda boxes, others: [dict(sorted(b.items())) for b in agreeing(boxes, others)],
        lambda boxes, others: tuple(dict(b) for b in boxes if max((overlap(b, o) for o in others), default=0) >= 0.3),
    ],
    "5.16": [lambda *a: faces_blurred(*a, **COLOURS), feature.blur_faces, by_slices],
    "5.17": [
        lambda b, faces, s: np.argmin(measured(b, faces, s)),
        lambda b, faces, s: np.argmax([np.corrcoef(b.ravel(), filters.gaussian(f, s).ravel())[0, 1] for f in faces]),
        lambda b, faces, s: int(
            np.argmin([np.abs(ndimage.gaussian_filter(f, s, mode="nearest") - b).sum() for f in faces])
        ),
    ],
    "5.18": [
        reference,
        by_library_calls,
        portrait(order=FILL_FIRST, wider=2, denoiser="bilateral", strength=0.12),
        portrait(wider=2, denoiser="non-local means", strength=0.04),
    ],
}


(
    test_a_wrong_answer_is_told_what_to_think_about,
    test_an_unwritten_answer_is_not_yet_right,
    test_every_way_to_do_it_right_is_accepted,
    test_each_exercise_has_wrong_answers_with_sentences_of_their_own,
) = loops_over(WRONG, RIGHT, IDS)


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize(
    "thing", [True, -1, "a", [], {}, [[1], [2, 3]], np.zeros(0), np.array(None), object(), float("nan"), 1j, ([], [])]
)
def test_no_answer_of_an_odd_kind_stops_the_check_or_is_right(id, thing):
    assert verdict(id, lambda *arguments: thing).state in ("wrong", "not yet")
    assert verdict(id, thing).state == "wrong"


def test_the_scenes_and_pairs_have_what_learners_forget():
    shares = [overlap(a, b) for a, b in PAIRS]
    assert 0 in shares
    assert 1 in shares
    assert any(0 < share < 1 for share in shares)
    tallies = [tuple(map(len, score_boxes(*scene))) for scene in SCENES]
    assert {any(t[k] for t in tallies) for k in range(3)} == {True}
    assert any(len(found) > hit + false for (found, _), (hit, _, false) in zip(SCENES, tallies, strict=True))


def test_the_line_up_cannot_be_solved_by_looking_for_the_blurred_one():
    for seed, rightly, sigma in ((1, 0, 3.0), (2, 3, 4.0)):
        hidden, faces = lineup(seed, rightly, sigma)
        assert np.argmin(measured(hidden, faces, sigma)) == rightly
        assert np.argmin([np.mean((face - hidden) ** 2) for face in faces]) != rightly


def test_the_reference_beats_the_notes_clearly_on_both_pictures():
    for noted, ours in known_scores():
        assert ours[0] > noted[0] + 4
        assert ours[1] > noted[1] + 0.05


def test_the_other_picture_is_damaged_like_the_courses_own():
    (damaged, mask, original), (other, turned, other_original) = portraits()
    assert other.shape == damaged.shape
    assert turned.mean() == mask.mean()
    assert original.shape == other_original.shape == (512, 512, 3)
    upright = upright_frame(transform.rotate(other, 20))
    missing = upright_frame(turned)
    assert upright[missing].mean() < 0.1
    assert np.abs(upright - other_original)[~missing].mean() < 0.06


def test_a_box_is_what_the_detector_gives():
    assert box(1, 2, 3, 4) == {"r": 1, "c": 2, "width": 3, "height": 4}
