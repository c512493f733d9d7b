"""4.13: the mask of the largest region."""

import dataclasses

import numpy as np
from scipy import ndimage

from ... import measure
from ..answers import Wrong
from ..compare import Arrays
from ..described import counted
from ..exercise import exercise
from ..later import skimage
from .regions import masks


@dataclasses.dataclass(frozen=True)
class Regions(Arrays):
    """Masks of one region: for a wrong one that no slip explains, it says which regions it holds."""

    alone = False

    def complain(self, given, expected, case):
        if given.dtype == bool and given.shape == expected.shape:
            raise Wrong(what_is_marked(*case, given, expected), **self.pictures(given, expected, case))
        super().complain(given, expected, case)


def what_is_marked(mask, given, expected):
    labels = measure.label(mask)
    touched = np.unique(labels[given & mask])
    if not given.any():
        return "nothing is marked: does the number that you look for occur among the labels?"
    if not (given & mask).any():
        return "this is the background, or a part of it: number 0 is no region, leave it out."
    if (given & ~mask).any():
        return "your mask marks pixels that are not in the one that came in: only those of one region are asked for."
    if not np.array_equal(given, np.isin(labels, touched)):
        return "a region is marked in part: labels == number marks all of it, and nothing else."
    if len(touched) > 1:
        return f"your mask holds {len(touched)} regions: the largest one alone is asked for."
    return f"your region has {counted(given.sum(), 'pixel')}, the largest has {expected.sum()} (of equals, the first counts)."


ex = exercise(
    "4.13",
    "The largest thing",
    cases=masks,
    compare=Regions(),
    hints=(
        "How does each region get a number, and how do you find out which number occurs most often?",
        "measure.label numbers them, np.bincount(labels.ravel()) counts; number 0 is the background, and often the largest.",
        "sizes = np.bincount(labels.ravel()); sizes[0] = 0; then labels == sizes.argmax().",
    ),
    right="the background left out, corners connected, and of equals the first.",
)


@ex.notice
def region_came_back(given, mask):
    if hasattr(given, "centroid"):
        return "a region of regionprops came back; asked is its mask: labels == region.label."


@ex.right
def largest(mask):
    labels = measure.label(mask)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0  # the background
    return labels == sizes.argmax()


@ex.right
def by_regionprops(mask):
    labels = skimage.measure.label(mask)
    return labels == max(skimage.measure.regionprops(labels), key=lambda region: region.area).label


def chosen(choose, connectivity=2):
    """Return an answer that chooses the label by the numbers of pixels, the background's first."""

    def answer(mask):
        labels = measure.label(mask, connectivity=connectivity)
        return labels == choose(np.bincount(labels.ravel()))

    return answer


def by_property(name):
    """Return an answer that takes the region in which a property is largest."""

    def answer(mask):
        labels = measure.label(mask)
        regions = skimage.measure.regionprops(labels)
        return labels == max(regions, key=lambda region: getattr(region, name)).label

    return answer


ex.right(chosen(lambda sizes: 1 + sizes[1:].argmax()))

ex.slip("inverted: True should mark the largest region.", lambda mask: ~largest(mask))
ex.slip("this is the background: number 0 is no region, leave it out.", chosen(np.argmax))
ex.slip(
    "pixels that touch at a corner are connected here: connectivity 2.",
    chosen(lambda sizes: 1 + sizes[1:].argmax(), connectivity=1),
)
ex.slip("this is the smallest region.", chosen(lambda sizes: 1 + sizes[1:].argmin()))
ex.slip("this is the first region; the largest may come later.", chosen(lambda sizes: 1))
ex.slip("this is the last region; the largest may come earlier.", chosen(lambda sizes: len(sizes) - 1))
ex.slip(
    "two are equally large: take the one that comes first.",
    chosen(lambda sizes: 1 + np.argsort(sizes[1:], kind="stable")[-1]),
)

ex.slip(
    "no region has that number: argmax gives the number of the largest, max how many pixels it has.",
    chosen(lambda sizes: sizes[1:].max()),
)
ex.slip(
    "all regions of the largest size are marked; of equally large ones only the first is asked for.",
    lambda mask: (
        lambda labels: (lambda sizes: np.isin(labels, 1 + np.flatnonzero(sizes == sizes.max())))(
            np.bincount(labels.ravel())[1:]
        )
    )(measure.label(mask)),
)
ex.slip("the longest outline; asked is the region with the most pixels.", by_property("perimeter"))
ex.slip("the region that fills its box best; asked is the one with the most pixels.", by_property("extent"))
ex.slip("the longest region; asked is the one with the most pixels.", by_property("axis_major_length"))
ex.slip(
    "the whole box of the region is marked; asked are its own pixels.",
    lambda mask: np.logical_and.outer(largest(mask).any(axis=1), largest(mask).any(axis=0)),
)
ex.slip(
    "its outline alone; asked are all its pixels.", lambda mask: largest(mask) & ~ndimage.binary_erosion(largest(mask))
)
ex.slip("all regions but the largest are marked.", lambda mask: mask & ~largest(mask))
BOX = "the largest box; asked is the region with the most pixels."
ex.slip(BOX, by_property("area_bbox"))
ex.slip(BOX, by_property("area_convex"))
ex.slip(BOX, by_property("area_filled"))


@ex.slip("the last region is not looked at: is a loop over the numbers one too short?")
def all_but_the_last(mask):
    labels = measure.label(mask)
    sizes = np.bincount(labels.ravel())[:-1]
    return labels == 1 + sizes[1:].argmax() if len(sizes) > 1 else labels == 1


@ex.slip("the pixels of one row, the fullest; asked is a region.")
def fullest_row(mask):
    rows = mask.sum(axis=1)
    return mask & (np.arange(len(mask)) == rows.argmax())[:, np.newaxis]


def at_least(size_of):
    """Return an answer that marks all regions from some size on."""

    def answer(mask):
        sizes = np.bincount(measure.label(mask).ravel())
        sizes[0] = 0
        return (sizes >= size_of(sizes))[measure.label(mask)]

    return answer


FROM_A_SIZE = "all regions from a certain size on are marked: one is asked for, the largest, whatever its size."
for size_of in (
    *(lambda sizes, least=least: least for least in (2, 5, 10, 15, 20)),
    lambda sizes: sizes[1:].mean(),
    lambda sizes: np.median(sizes[1:]),
):
    ex.slip(FROM_A_SIZE, at_least(size_of))
for first, last, way in ((0, 2, "highest"), (1, 3, "widest")):
    ex.slip(
        f"the {way} region; asked is the one with the most pixels.",
        lambda mask, first=first, last=last: (
            lambda labels: (
                labels
                == max(measure.regionprops(labels), key=lambda region: region.bbox[last] - region.bbox[first]).label
            )
        )(measure.label(mask)),
    )
ex.slip("this is the whole mask: one region of it is asked for.", lambda mask: mask)
ex.slip(
    "a hole was filled: its pixels do not belong to the region.", lambda mask: ndimage.binary_fill_holes(largest(mask))
)
ex.slip(
    "one region too early: sizes[1:] begins with region 1, so add 1 to what argmax finds in it.",
    chosen(lambda sizes: sizes[1:].argmax()),
)
ex.slip(
    "one region too late: sizes[1:] begins with region 1, so add 1 to what argmax finds in it, not 2.",
    chosen(lambda sizes: 2 + sizes[1:].argmax()),
)
ex.slip("one number came back; asked is the mask of the region.", lambda mask: measure.label(mask).max(), by_shape=True)

ex.slip(
    "this is cut out of the picture: a mask has the rows and columns of the whole one.",
    lambda mask: max(measure.regionprops(measure.label(mask)), key=lambda region: region.area).image,
    by_shape=True,
)
ex.slip(
    "the pixels of the region came back in a row; asked is a mask of the whole picture.",
    lambda mask: mask[largest(mask)],
    by_shape=True,
)
ex.slip(
    "these are the places or numbers of single pixels; asked is a mask: labels == number.",
    lambda mask: np.argwhere(largest(mask)),
    by_shape=True,
)

ex.slip(
    "the background is not always the largest: leave out number 0, and take the largest of the others.",
    chosen(lambda sizes: np.argsort(sizes)[-2]),
)

ex.wrong("holds 2 regions", lambda mask: np.isin(measure.label(mask), (1, 4)))
ex.wrong("marked in part", lambda mask: ndimage.binary_erosion(mask))
ex.wrong("one pixel wider", lambda mask: ndimage.binary_dilation(largest(mask)))
ex.wrong("not in the one that came in", lambda mask: largest(mask) | ~mask & (np.indices(mask.shape)[1] == 4))
ex.wrong("holds the same, False", lambda mask: mask & False)
ex.wrong("your region has", lambda mask: measure.label(mask) == max(measure.label(mask).max() - 2, 1))
ex.wrong("a region of regionprops", lambda mask: measure.regionprops(measure.label(mask))[0])
ex.wrong("True and False", lambda mask: largest(mask).astype(int))


@ex.wrong("background")
def background_of_one_pixel(mask):
    labels = measure.label(mask)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 1
    return labels == sizes.argmax()


ex.slip(
    "the sum of the labels was taken for the size: count the pixels of each label, np.bincount or (labels == k).sum()."
)(
    lambda mask: (lambda labels: labels == max(range(1, labels.max() + 1), key=lambda k: labels[labels == k].sum()))(
        measure.label(mask)
    )
)
ex.slip(
    "an opening takes off what is small and leaves the rest, all regions of it: number them, and take the largest."
)(lambda mask: ndimage.binary_opening(mask))
