"""LBP features: the explorer and the step-through."""

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from course_lib import data, explore, steps
from course_lib.explore.lbp import code_picture
from course_lib.feature.lbp import lbp_codes, summed_area_table


def slow_code(image, row, col, block):
    """The definition: means of nine blocks, clockwise comparisons."""
    means = np.array(
        [
            [
                image[row + i * block : row + (i + 1) * block, col + j * block : col + (j + 1) * block].sum()
                for j in range(3)
            ]
            for i in range(3)
        ]
    )
    clockwise = [(0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0)]
    return sum(2 ** (7 - k) for k, at in enumerate(clockwise) if means[at] >= means[1, 1])


@pytest.mark.parametrize("block", [1, 2, 3])
def test_the_picture_of_codes_is_the_definition(block):
    image = np.random.default_rng(5).integers(0, 4096, (14, 16))
    image[0, :2] = 0, 4095  # the range that the table of sums counts in, so that nothing is rounded
    codes = code_picture(image, block)
    assert codes.shape == (14 - 3 * block + 1, 16 - 3 * block + 1)
    for row, col in np.ndindex(codes.shape):
        assert codes[row, col] == slow_code(image, row, col, block)


def test_light_keeps_the_codes_and_noise_does_not():
    shares = [
        float(explore.lbp(**how).panes["text"].split("<b>")[1].split("%")[0])
        for how in ({"gamma": 2.0}, {"noise": 0.02})
    ]
    assert shares[0] > 95
    assert shares[1] < 30


def test_the_code_step_through_ends_at_the_librarys_code():
    for block in (1, 2, 5):
        shown = steps.lbp_code(step=9, block=block)
        start = (24 - 3 * block) // 2
        code = lbp_codes(summed_area_table(shown.image), [start], [start], block, block)[0]
        assert f"= <b>{code}</b>" in shown.panes["text"]
        assert f"from the upper left: {code:08b}. Read" in shown.panes["text"]
        bits = shown.panes["bits so far"].values.ravel()[[0, 1, 2, 5, 8, 7, 6, 3]]
        assert int("".join(str(int(bit)) for bit in bits), 2) == code
    assert_array_equal(steps.lbp_code(step=10).panes["codes of all places"], code_picture(shown.image, 2))


def test_every_step_of_the_code_tells_its_comparison(last):
    shown = steps.lbp_code(block=2)
    told = set()
    for step in range(last(steps.lbp_code) + 1):
        shown.set(step=step)
        told.add(shown.panes["text"])
    assert len(told) == last(steps.lbp_code) + 1


@pytest.mark.parametrize(
    ("controls", "share"),
    [({"gamma": 2.0}, 98), ({"noise": 0.02}, 19), ({"noise": 0.02, "block": 8}, 78)],
    ids=str,
)
def test_light_leaves_the_codes_and_noise_does_not(controls, share, told):
    assert f"{share}% of the codes" in told(explore.lbp(data.astronaut()[:256, 100:356], **controls))


def test_a_change_of_light_is_a_little_worse_for_blocks(numbers, told):
    def share(**controls):
        return numbers(told(explore.lbp(data.astronaut()[:256, 100:356], **controls)), r"(\d+)% of the codes")[0]

    assert share(gamma=2.0, block=4) < share(gamma=2.0)
    assert share(gamma=3.0, block=8) < share(gamma=3.0)
