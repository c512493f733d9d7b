"""The painted mask: what a stroke covers, and the explorer that offers a pad to paint on."""

import asyncio
import io

import numpy as np
import pytest
from PIL import Image

from course_lib import data, explore, restoration
from course_lib.explore.painting import PaintPad, painted_mask

STROKES = [[0.04, [0.3, 0.2], [0.5, 0.6], [0.45, 0.9]], [0.1, [0.8, 0.5]]]


def slow_mask(shape, strokes):
    """Mark each pixel whose middle is within the radius of a point of the stroke, the points being very close."""
    mask = np.zeros(shape, bool)
    for radius, *points in strokes:
        reach = max(radius * min(shape), 0.5)
        for start, end in zip(points, points[1:] or points, strict=False):
            for share in np.linspace(0, 1, 400):
                row, col = ((1 - share) * a + share * b for a, b in zip(start, end, strict=True))
                for r in range(shape[0]):
                    for c in range(shape[1]):
                        if (r + 0.5 - row * shape[0]) ** 2 + (c + 0.5 - col * shape[1]) ** 2 <= reach**2 + 1e-9:
                            mask[r, c] = True
    return mask


@pytest.mark.parametrize(
    "strokes",
    [STROKES, [[0.2, [0, 0], [1, 1]]], [[0.0, [0.5, 0.5], [0.5, 0.9]]], [[0.15, [1, 0]], [0.15, [0, 1]]], []],
)
def test_a_stroke_covers_what_lies_within_its_radius(strokes):
    mask, slow = painted_mask((13, 18), strokes), slow_mask((13, 18), strokes)
    assert mask.dtype == bool
    assert (mask != slow).sum() <= 1  # a pixel exactly at the rim
    assert mask.any() == bool(strokes)


def test_the_same_strokes_mark_the_same_share_of_a_picture_in_any_size():
    small, large = (painted_mask(shape, STROKES).mean() for shape in ((100, 128), (400, 512)))
    assert small == pytest.approx(large, rel=0.03)


def test_what_is_painted_is_missing_and_filled():
    explorer = explore.inpaint(hole="painted", painted=STROKES)
    mask = painted_mask(explorer.image.shape[:2], STROKES)
    np.testing.assert_array_equal(explorer.panes["mask"], mask)
    assert (explorer.panes["damaged (missing in white)"][mask] == 1).all()
    expected = restoration.inpaint_biharmonic(explorer.image, mask, channel_axis=-1)
    np.testing.assert_allclose(explorer.panes["restored"], expected, atol=1e-6)
    assert f"{mask.mean():.1%}" in explorer.panes["text"]


def test_the_line_of_code_makes_the_painted_mask():
    explorer = explore.inpaint(hole="painted", painted=STROKES)
    names = {"image": explorer.image, "restoration": restoration}
    exec(explorer.code(), names)
    np.testing.assert_array_equal(names["mask"], explorer.panes["mask"])


def test_nothing_painted_and_all_painted_are_told():
    explorer = explore.inpaint(hole="painted")
    assert "Nothing is missing yet" in explorer.panes["text"]
    assert not explorer.panes["mask"].any()
    before = explorer.panes
    explorer.set(painted=[[2, [0.5, 0.5]]])
    assert "all of the picture is painted over" in explorer._refusal.value
    assert explorer.panes is before
    explorer.set(painted=STROKES)
    assert explorer._refusal.value == ""


def test_the_pad_stands_where_a_hole_is_painted_and_the_sliders_where_one_is_chosen():
    explorer = explore.inpaint()
    names = ("hole", "row", "col", "size")
    assert explorer._bar.children == tuple(explorer.controls[name] for name in names)
    explorer.set(hole="painted")
    assert explorer._bar.children == (explorer.controls["hole"], explorer.controls["painted"])
    explorer.set(hole="dust")
    assert explorer._bar.children == tuple(explorer.controls[name] for name in names)


def test_the_picture_lies_under_the_brush_and_a_new_one_is_not_painted_yet():
    explorer = explore.inpaint(hole="painted", painted=STROKES)
    pad = explorer.controls["painted"]
    assert isinstance(pad, PaintPad)
    np.testing.assert_array_equal(np.asarray(Image.open(io.BytesIO(pad.picture))), explorer.image)
    explorer._change_picture(data.coffee()[:90, :120], "image")
    pad = explorer.controls["painted"]
    assert pad.value == []
    np.testing.assert_array_equal(np.asarray(Image.open(io.BytesIO(pad.picture))), data.coffee()[:90, :120])
    assert explorer.parameters["hole"] == "painted"
    pad.value = STROKES
    np.testing.assert_array_equal(explorer.panes["mask"], painted_mask((90, 120), STROKES))


def test_a_stroke_is_answered_at_once_on_part_of_the_pixels():
    async def kernel():
        explorer = explore.inpaint(hole="painted")
        explorer.controls["painted"].value = STROKES  # as the browser does it
        assert explorer.panes["mask"].shape == (100, 128)
        assert explorer.panes["mask"].any()
        while explorer._is_preview:
            await asyncio.sleep(0.01)
        np.testing.assert_array_equal(explorer.panes["mask"], painted_mask((200, 256), STROKES))

    asyncio.run(kernel())
