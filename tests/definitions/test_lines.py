"""Pictures as lines: views stay inside, and all seams between bands are crossed."""

import numpy as np
import pytest

from course_lib._lines import as_picture


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
