"""Labels and regions: the explorer and the step-through."""

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from course_lib import explore, measure, steps


@pytest.mark.parametrize("connectivity", [1, 2])
def test_the_labelling_step_through_ends_with_the_librarys_labels(connectivity, last):
    through = steps.labelling(step=last(steps.labelling), connectivity=connectivity)
    labels = measure.label(through.image > 127, connectivity=connectivity)
    assert_array_equal(through.panes["numbers"].values, labels)
    linked = steps.labelling(step=last(steps.labelling) - 1, connectivity=connectivity).panes["numbers"].values
    ground = measure.label(through.image <= 127, connectivity=connectivity)
    together = np.stack([linked[labels > 0], labels[labels > 0]])
    assert len(np.unique(together, axis=1).T) == labels.max()
    assert linked.max() + 1 == labels.max() + ground.max()


def test_the_two_arms_of_the_u_meet_late(last):
    middle = steps.labelling(step=5).panes["numbers"].values
    assert middle[1, 1] != middle[1, 7]
    assert len(np.unique(steps.labelling(step=last(steps.labelling)).panes["numbers"].values[[1, 1], [1, 7]])) == 1


@pytest.mark.parametrize(("least", "count"), [(1, 90), (50, 17)])
def test_at_the_level_of_the_cloth_most_regions_are_small(least, count, told):
    assert told(explore.regions(level=0.4, dark=True, min_area=least)).startswith(f"{count} regions of 90")


def test_the_explorer_tells_how_many_there_are():
    assert "<b>3</b> regions" in explore.regions(level=0.6).panes["text"]
