"""Chapter 3's exercises: what their files promise beside right and wrong answers."""

import numpy as np
import pytest

from course_lib.check import chapter3_denoising
from course_lib.check.chapter3.e15_logo_and_noise import logo, photograph


@pytest.mark.parametrize("turned", [False, True])
def test_the_projects_logo_is_the_only_magenta(turned):
    clean, image, mask = photograph(turned)
    np.testing.assert_array_equal(logo(image), mask)
    assert not logo(clean).any()


def test_copies_of_the_exercises_find_the_photograph_where_they_look():
    assert chapter3_denoising.photograph is photograph
