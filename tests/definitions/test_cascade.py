"""The cascade against one window asked question by question, its file against damage, and the faces of the course."""

import io
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
import skimage
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_array_equal
from PIL import Image

from course_lib.feature import Cascade, merge_detections
from course_lib.feature.cascade import window_scales
from course_lib.feature.lbp import lbp_codes, summed_area_table
from course_lib.plainly import block_code

FILE = skimage.data.lbp_frontal_face_cascade_filename()
TEXT = Path(FILE).read_text()
DATA = Path(__file__).parents[2] / "data"
NOTES = {"scale_factor": 1.2, "step_ratio": 1, "min_size": (50, 50), "max_size": (200, 200)}


def slow_stages_passed(levels, row, col, scale):
    """Ask one window stage after stage, reading the file's numbers where they stand."""
    root = ET.fromstring(TEXT)
    rects = [[int(n) for n in item.find("rect").text.split()] for item in root.find(".//features")]
    for passed, stage in enumerate(root.find(".//stages")):
        total = 0.0
        for tree in stage.find("weakClassifiers"):
            _, _, number, *words = (int(n) for n in tree.find("internalNodes").text.split())
            x, y, width, height = (int(np.float32(n) * np.float32(scale)) for n in rects[number])
            code = block_code(levels, row + y, col + x, width, height)
            left, right = (float(n) for n in tree.find("leafValues").text.split())
            total += left if words[code // 32] >> (code % 32) & 1 else right
        if total < float(stage.find("stageThreshold").text) - 1e-5:
            return passed
    return passed + 1


def test_each_window_passes_as_many_stages_as_when_asked_alone():
    grey = skimage.color.rgb2gray(skimage.data.astronaut())[40:160, 150:290]
    levels = np.rint((grey - grey.min()) * (4095 / (grey.max() - grey.min()))).astype(int)
    table, cascade = summed_area_table(grey), Cascade(FILE)
    for scale in (np.float32(1), np.float32(3.6)):
        rows, cols = cascade.window_positions(grey.shape, scale)
        passed = np.zeros(len(rows), int)
        for left in cascade.survivors(table, rows, cols, scale):
            passed[left] += 1
        assert passed.max() == 20 or scale == 1
        some = np.concatenate([np.flatnonzero(passed >= 15)[:4], np.arange(0, len(rows), len(rows) // 40)])
        assert passed[some].tolist() == [slow_stages_passed(levels, rows[i], cols[i], scale) for i in some]


@settings(max_examples=40)
@given(st.integers(0, 10**6), st.integers(1, 3), st.integers(1, 3))
def test_a_code_compares_the_sums_of_blocks(seed, width, height):
    rng = np.random.default_rng(seed)
    image = rng.integers(0, 4, (12, 13))
    rows, cols = rng.integers(0, 12 - 3 * height + 1, 5), rng.integers(0, 13 - 3 * width + 1, 5)
    codes = lbp_codes(summed_area_table(image), rows, cols, width, height)
    assert codes.tolist() == [block_code(image, r, c, width, height) for r, c in zip(rows, cols, strict=True)]


def test_sums_are_right_though_the_table_wraps_round():
    image = np.full((2000, 2000), 1.0)
    image[0, 0] = 0
    table = summed_area_table(image)
    assert table[-1, -1] != 4095 * (4_000_000 - 1)
    strips = table[1500:1501] - table[1000:1001]
    assert (strips[:, 1500:1501] - strips[:, 1000:1001]).item() == 4095 * 250_000


def test_brightness_and_contrast_change_nothing():
    image = skimage.data.astronaut()[:250, 100:350] // 2
    cascade = Cascade(FILE)
    assert cascade.detect_multi_scale(image + 90, **NOTES) == cascade.detect_multi_scale(image, **NOTES)


def load(name):
    with (DATA / "SOURCES.toml").open("rb") as file:
        faces = tomllib.load(file)[f"{name}.jpg"]["faces"]
    return np.asarray(Image.open(DATA / f"{name}.jpg")), faces


def is_face(box, face):
    """True if the box's middle lies in the middle third of the face, and the sizes fit."""
    col, row, width = face
    near = all(
        abs(start + size / 2 - true - width / 2) < width / 3
        for start, size, true in ((box["r"], box["height"], row), (box["c"], box["width"], col))
    )
    return near and 0.5 < box["width"] / width < 2


@pytest.mark.usefixtures("usual_bands")
def test_every_face_of_the_course_is_found_and_nothing_else():
    cascade = Cascade(FILE)
    wrong = 0
    for name, number in (("friends", 8), ("group", 7), ("night", 3)):
        image, faces = load(name)
        assert len(faces) == number
        found = cascade.detect_multi_scale(image, **NOTES)
        assert all(any(is_face(box, face) for box in found) for face in faces), name
        wrong += len(found) - number
    assert wrong <= 1


@pytest.mark.usefixtures("usual_bands")
def test_one_box_on_the_astronaut():
    (box,) = Cascade(FILE).detect_multi_scale(skimage.data.astronaut(), **NOTES)
    assert is_face(box, (178, 70, 90))
    assert all(type(value) is int for value in box.values())


@pytest.mark.usefixtures("usual_bands")
def test_pictures_without_faces_or_smaller_than_a_window_give_nothing():
    cascade = Cascade(FILE)
    assert cascade.detect_multi_scale(np.zeros((10, 300)), **NOTES) == []
    assert cascade.detect_multi_scale(np.full((300, 300), 0.5), **NOTES) == []
    assert cascade.detect_multi_scale(skimage.data.brick(), **NOTES) == []


def test_scales_grow_from_the_smallest_window_to_below_the_largest():
    assert window_scales((24, 24), (10, 10), (60, 60), 1.5).tolist() == [1.0, 1.5, 2.25]
    assert window_scales((24, 24), (48, 24), (100, 100), 2).tolist() == [2.0, 4.0]
    assert window_scales((24, 24), (50, 50), (20, 20), 1.2).tolist() == []


def test_nested_and_repeated_boxes_become_one_and_lonely_ones_vanish():
    def box(r, c, size):
        return {"r": r, "c": c, "width": size, "height": size}

    around = [box(100 + i, 50 - i, 60) for i in range(4)]
    assert merge_detections([*around, box(300, 300, 60)]) == [box(101, 48, 60)]
    assert len(merge_detections([*around, *[box(110, 55, 40)] * 4])) == 1
    assert merge_detections([], 0.5, 1) == []
    assert len(merge_detections([box(0, 0, 10), box(0, 20, 10)], 0.5, 1)) == 2
    two_groups_that_grew_together = [box(0, 0, 10)] + [box(0, 6, 10)] * 3 + [box(0, 3, 10)] * 4
    assert len(merge_detections(two_groups_that_grew_together, 0.5, 1)) == 1


DAMAGE = {
    "no xml": ("<?xml", "JFIF", "damaged or no XML"),
    "cut short": (TEXT[-4000:], "", "damaged or no XML"),
    "document type": ("<opencv_storage>", '<!DOCTYPE a [<!ENTITY b "b">]><opencv_storage>', "entities"),
    "external": ("<opencv_storage>", '<!DOCTYPE a SYSTEM "http://127.0.0.1/a"><opencv_storage>', "document type"),
    "another root": ("cascade", "waterfall", "holds no <cascade>"),
    "another feature": (">LBP<", ">HAAR<", "featureType LBP"),
    "another size": ("<height>24</height>", "<height>9</height>", "does not fit into the window"),
    "a huge size": ("<width>24</width>", "<width>99999999</width>", "not between"),
    "no size": ("<width>24</width>", "", "has no <width>"),
    "fewer stages": ("<stageNum>20</stageNum>", "<stageNum>21</stageNum>", "announces 21 stages and holds 20"),
    "fewer trees": ("<maxWeakCount>3</maxWeakCount>", "<maxWeakCount>4</maxWeakCount>", "announces 4 trees"),
    "no number": ("-0.7520892024040222", "minus", "is not 1 numbers"),
    "infinite": ("-0.7520892024040222", "1e999", "is not 1 numbers"),
    "no whole number": ("0 -1 46 ", "0 -1 46.5 ", "not between"),
    "unknown feature": ("0 -1 46 ", "0 -1 136 ", "asks for feature 136"),
    "deep trees": ("0 -1 46 ", "1 2 46 ", "more than one question"),
    "too few bits": (" -24005<", "<", "is not 11 numbers"),
    "too many features": ("<features>", "<features>" + "<_></_>" * 10_001, "expected 1 to 10000"),
    "deep elements": ("<stages>", "<stages>" + "<_>" * 50, "more than 20 deep"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_file_is_refused_with_its_reason(kind):
    old, new, reason = DAMAGE[kind]
    assert old in TEXT
    with pytest.raises(ValueError, match=reason):
        Cascade(io.StringIO(TEXT.replace(old, new)))


def test_entities_are_not_expanded_and_long_files_not_read(tmp_path):
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><opencv_storage>&b;</opencv_storage>'
    with pytest.raises(ValueError, match="it is not read"):
        Cascade(io.StringIO(bomb))
    long = tmp_path / "long.xml"
    long.write_bytes(b" " * 5_000_001)
    with pytest.raises(ValueError, match="longer than"):
        Cascade(long)
    with pytest.raises(FileNotFoundError):
        Cascade(tmp_path / "none.xml")
    with pytest.raises(TypeError, match="path of a cascade file"):
        Cascade(None)


@pytest.mark.parametrize("encoding", ["nope", "rot13", "zip", "utf-16", "shift_jis", "utf-7"])
def test_the_encoding_that_a_file_names_does_no_harm(encoding):
    text = TEXT.replace('<?xml version="1.0"?>', f'<?xml version="1.0" encoding="{encoding}"?>')
    assert encoding in text
    assert Cascade(io.StringIO(text)).stages_number == 20


def test_what_is_no_text_is_refused_with_the_reason():
    with pytest.raises(ValueError, match="halves of characters"):
        Cascade(io.StringIO(TEXT + "\ud800"))
    with pytest.raises(ValueError, match="damaged or no XML"):
        Cascade(io.BytesIO(TEXT.encode() + b"\xff"))
    with pytest.raises(ValueError, match="more than 100000 elements"):
        Cascade(io.StringIO("<a>" + "<b/>" * 100_000 + "</a>"))

    class Empty(io.RawIOBase):
        def read(self, size=-1):
            return None

    with pytest.raises(TypeError, match="instead of bytes or text"):
        Cascade(Empty())


def test_a_file_object_gives_the_same_as_a_path():
    with Path(FILE).open("rb") as file:
        cascade = Cascade(file)
    assert (cascade.stages_number, cascade.stumps_number, cascade.features_number) == (20, 139, 136)
    assert (cascade.window_height, cascade.window_width) == (24, 24)
    ours = [stage.threshold for stage in cascade.data.stages]
    assert_array_equal(ours, [stage.threshold for stage in Cascade(FILE).data.stages])


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"scale_factor": 1}, "1.01 or more"),
        ({"scale_factor": 1 + 1e-12}, "1.01 or more"),
        ({"scale_factor": 1.005}, "1.01 or more"),
        ({"scale_factor": 0.5}, "1 or more"),
        ({"step_ratio": 0}, "step_ratio"),
        ({"min_size": 50}, r"min_size is a window's \(rows, cols\)"),
        ({"max_size": (0, 10)}, "max_size"),
        ({"min_neighbor_number": 2.5}, "whole number"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_remedy(options, reason):
    with pytest.raises((ValueError, TypeError), match=reason):
        Cascade(FILE).detect_multi_scale(np.zeros((60, 60)), **{**NOTES, **options})


@pytest.mark.parametrize(("share", "least"), [(None, 4), ("half", 4), (-0.1, 4), (np.nan, 4), (0.5, None), (0.5, 2.5)])
def test_merging_refuses_what_is_no_share_and_no_number(share, least):
    with pytest.raises((ValueError, TypeError), match=r"is one finite number, 0 or more|is a whole number, got"):
        merge_detections([{"r": 0, "c": 0, "width": 8, "height": 8}], share, least)


def test_windows_reach_all_edges_of_the_picture_and_not_beyond(monkeypatch):
    monkeypatch.setattr(Cascade, "survivors", lambda self, table, rows, cols, scale: [np.arange(len(rows))])
    boxes = Cascade(FILE)._detect(np.zeros((31, 41)), 1.0, 1)
    assert {box["r"] for box in boxes} == set(range(30 - 24 + 1))
    assert {box["c"] for box in boxes} == set(range(40 - 24 + 1))
