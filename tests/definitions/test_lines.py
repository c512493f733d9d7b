"""Pictures as lines: views stay inside, and all seams between bands are crossed."""

import re
from pathlib import Path

import numpy as np
import pytest

from course_lib.base.lines import as_picture

LIBRARY = Path(__file__).parents[2] / "course_lib"


@pytest.mark.parametrize(
    ("length", "step", "shape"), [(3, 4, (2, 3)), (7, 5, (2, 3)), (11, 6, (2, 3, 2)), (5, 2, (1, 6))]
)
def test_a_picture_beyond_the_end_of_its_line_is_refused(length, step, shape):
    with pytest.raises(ValueError, match="buffer"):
        as_picture(np.arange(float(length)), step, shape)


def test_a_picture_up_to_the_end_of_its_line_is_a_view():
    line = np.arange(12.0)
    picture = as_picture(line[1:], 6, (2, 5))
    np.testing.assert_array_equal(picture, [[1, 2, 3, 4, 5], [7, 8, 9, 10, 11]])
    assert np.shares_memory(picture, line)


def test_every_constant_that_cuts_pictures_into_bands_shrinks_in_these_tests(bands):
    constant = re.compile(r"^(_?[A-Z_]+) = .*#.*\b(at a time|at once)\b", re.MULTILINE)
    found = {
        (".".join(path.relative_to(LIBRARY).with_suffix("").parts), name)
        for path in LIBRARY.rglob("*.py")
        for name, _ in constant.findall(path.read_text(encoding="utf-8"))
    }
    listed = {(module, name) for module, names in bands.items() for name in names}
    assert len(found) >= 8
    assert found - listed == set()
