"""4.14: regions are counted, and the background is none."""

import dataclasses

import numpy as np
from scipy import ndimage

from ... import measure
from ..answers import Wrong
from ..compare import Numbers
from ..exercise import exercise
from ..later import skimage
from .regions import masks


def full_and_empty_ones_too():
    return *masks()[::-1], np.zeros((4, 5), bool), ~masks()[0], np.ones((1, 1), bool)


@dataclasses.dataclass(frozen=True)
class Regions(Numbers):
    """Numbers of regions: for a wrong one that no slip explains, it says in what mask they were counted."""

    def complain(self, given, expected, case):
        mask = case[0]
        kind = "a mask that is True everywhere" if mask.all() else "a mask" if mask.any() else "an empty mask"
        rows, cols = mask.shape
        raise Wrong(
            f"in {kind}, of {rows} × {cols} pixels, the regions are {expected:.0f}; you say {given:g}.", mask=mask
        )


ex = exercise(
    "4.14",
    "Why is it one too many?",
    cases=full_and_empty_ones_too,
    compare=Regions(alone=False),
    hints=(
        "What does np.unique(labels) hold for a small mask: which of its numbers is no region? And is it always there?",
        "In a mask that is True everywhere, the background does not occur: taking 1 away would be wrong there.",
        "The labels run from 1 to the number of regions, without a gap, and 0 is background. So which of them is the count, in an empty mask too?",
    ),
    right="the labels run from 1 to their number, so the largest one counts them; in an empty mask it is 0.",
)


@ex.notice
def labels_came_back(given, mask):
    if isinstance(given, tuple):
        return "several things came back, labels and their number? Asked is the number alone."
    if np.shape(given) == mask.shape:
        return "the labels came back; asked is how many regions there are, one number."


@ex.right
def how_many(mask):
    return int(measure.label(mask).max())


ex.right(lambda mask: measure.label(mask, return_num=True)[1])
ex.right(lambda mask: len(measure.regionprops(measure.label(mask))))
ex.right(lambda mask: len(set(measure.label(mask)[mask].tolist())))
ex.right(lambda mask: int(skimage.measure.label(mask).max()))

ex.slip("an empty mask has no regions: 0 is asked for.", lambda mask: max(how_many(mask), 1))

STILL = "the background is still counted: 0 is no region."
ex.slip(STILL, lambda mask: len(np.unique(measure.label(mask))))
ex.slip(STILL, lambda mask: int(measure.label(mask).max()) + 1)
ex.slip(
    "for a mask that is True everywhere there is no background to take away.",
    lambda mask: len(np.unique(measure.label(mask))) - 1,
)
ex.slip(
    "pixels that touch at a corner were connected before: keep connectivity as it is.",
    lambda mask: int(measure.label(mask, connectivity=1).max()),
)
ex.slip(
    "these are contours: a hole has one as well, and parts that touch at a corner have one each. Count the regions.",
    lambda mask: len(measure.find_contours(mask, 0.5)),
)
ex.slip(
    "pieces of the background were counted as well: with background=-1, 0 is a number like the others.",
    lambda mask: int(measure.label(mask, background=-1).max()),
)
ex.slip("these are the rows of the mask; the largest label is the number of regions.", lambda mask: len(mask))
ex.slip(
    "0 is the least label wherever there is background; the largest one is asked for.",
    lambda mask: int(measure.label(mask).min()),
)
ex.slip("these are pixels; asked are regions.", lambda mask: int(mask.sum()))
ex.slip("these are all pixels; asked are regions.", lambda mask: mask.size)
ex.slip(
    "one too few: the labels run from 1 to the number of regions, so the largest of them is that number.",
    lambda mask: int(measure.label(mask).max()) - 1,
)
ex.slip(
    "a hole was counted as a region: those are pieces of what is False.",
    lambda mask: int(measure.label(np.pad(~mask, 1, constant_values=True), connectivity=1).max()),
)
ex.slip(
    "holes were filled, and a region in a hole is lost with it: leave the mask as it is.",
    lambda mask: int(measure.label(ndimage.binary_fill_holes(mask)).max()),
)
ex.slip(
    "the mask was opened first, and thin or small regions are lost: leave it as it is.",
    lambda mask: int(measure.label(ndimage.binary_opening(mask)).max()),
)
ex.slip(
    "these are rows of the mask in which something is True; count the regions.", lambda mask: mask.any(axis=1).sum()
)
ex.slip("these are columns of the mask in which something is True; count the regions.", lambda m: m.any(axis=0).sum())
ex.slip(
    "these are contours: a hole has one as well, and parts that touch at a corner have one each. Count the regions.",
    lambda mask: len(measure.find_contours(np.pad(mask, 1).astype(float), 0.5)),
)
ex.slip(
    "the mean of the labels says nothing: the largest of them is the number of regions.",
    lambda m: int(measure.label(m).mean()),
)
ex.slip(
    "two were taken off: 0 is one number, and the only one that is no region.",
    lambda mask: len(np.unique(measure.label(mask))) - 2,
)
ex.slip("these are the pieces of the background: count what is True.", lambda mask: int(measure.label(~mask).max()))
for least, sentence in ((1, "regions of one pixel count as well."), (5, ""), (10, ""), (20, ""), (50, ""), (100, "")):
    ex.slip(
        sentence or "small regions count as well: nothing is said of their size.",
        lambda mask, least=least: sum(region.area > least for region in measure.regionprops(measure.label(mask))),
    )
BACKGROUND = "with background=1, True is the background, and what is False gets the numbers."
ex.slip(BACKGROUND, lambda mask: len(np.unique(measure.label(mask, background=1))) - 1)
ex.slip(
    "holes are taken off in this number; count the regions.",
    lambda mask: skimage.measure.euler_number(mask, connectivity=2),
)
ex.slip(
    "this is the largest region's number of pixels; count the regions.",
    lambda mask: int(np.bincount(measure.label(mask).ravel())[1:].max(initial=0)),
)
ex.slip(
    "labels were added up: the largest of them is the number of regions.", lambda mask: int(measure.label(mask).sum())
)
ex.slip(
    "labels were added up: the largest of them is the number of regions.",
    lambda mask: int(np.unique(measure.label(mask)).sum()),
)
ex.slip("this only tells whether there is a region; count them.", lambda mask: int(mask.any()))
for number in (23, 24, 25):
    ex.slip(
        "that is a number for the coins alone: count the regions of the mask that comes in.",
        lambda mask, number=number: number,
    )

ex.wrong("yours is 5 in every call", lambda mask: 5)
ex.wrong("you say 5", lambda mask: 5 if mask.all() else how_many(mask))
ex.wrong("in an empty mask", lambda mask: how_many(mask) if mask.any() else 2)
ex.wrong("several things", lambda mask: measure.label(mask, return_num=True))
ex.wrong("the labels came back", lambda mask: measure.label(mask))
ex.slip(
    "one is taken off whenever there is something: it has to be taken off where there is background, a 0 in labels."
)(lambda mask: len(np.unique(measure.label(mask))) - int(mask.any()))
ex.slip("these are the different values of the mask itself, one or two: number its regions first.")(
    lambda mask: len(np.unique(mask))
)
