"""What each labelled region is like: its size, place and outline, of all regions at once where it is asked for."""

from functools import cached_property

import numpy as np
from scipy import ndimage

from ..base.checks import check_labels, warn_of_one_label
from .outlines import perimeters


class RegionProperties:
    """Hold what was measured of one region; ``region.area`` and ``region["area"]`` are the same.

    Attributes
    ----------
    label : int
        The region's number.
    area : float
        Its pixels, counted.
    bbox : tuple of int
        (first row, first col, row after the last, col after the last).
    area_bbox, extent : float
        The box's pixels, and the share of them that the region fills.
    centroid : tuple of float
        Mean (row, col) of its pixels.
    perimeter : float
        Length of its outline, see `outlines.perimeters`.
    equivalent_diameter_area : float
        Diameter of a circle of the same area.
    slice : tuple of slice
        The box, to cut it out: ``picture[region.slice]``.
    image : array of bool
        The region within its box.
    coords : (area, 2) array
        Its pixels as (row, col).
    """

    def __init__(self, table, position, label):
        self._table, self._position = table, position
        self.label = label

    @property
    def area(self):
        return self._table.areas[self._position]

    @property
    def slice(self):
        return self._table.boxes[self._position]

    @property
    def bbox(self):
        rows, cols = self.slice
        return rows.start, cols.start, rows.stop, cols.stop

    @property
    def area_bbox(self):
        top, left, bottom, right = self.bbox
        return float((bottom - top) * (right - left))

    @property
    def extent(self):
        return self.area / self.area_bbox

    @property
    def centroid(self):
        return self._table.centroids[self._position]

    @property
    def perimeter(self):
        return self._table.perimeters[self._position]

    @property
    def equivalent_diameter_area(self):
        return float(np.sqrt(4 * self.area / np.pi))

    @property
    def image(self):
        return self._table.labels[self.slice] == self._position + 1

    @property
    def coords(self):
        return np.argwhere(self.image) + self.bbox[:2]

    def __getitem__(self, name):
        return getattr(self, name)

    def __getattr__(self, name):
        has = ", ".join(sorted(own for own in {*vars(self), *vars(type(self))} if not own.startswith("_")))
        raise AttributeError(f"a region here has no {name!r}, only {has}; skimage.measure.regionprops measures more")

    def __repr__(self):
        row, col = self.centroid
        return f"<region {self.label}: {self.area:.0f} pixels around ({row:.1f}, {col:.1f})>"


class _Table:
    """The columns of a table with a line for each region: each is computed for all regions, when one is asked for it.

    `labels` has the regions as 1, 2, … in the table's order, and `areas` their pixels.
    """

    def __init__(self, labels, areas):
        self.labels, self.areas = labels, areas.astype(float).tolist()

    @cached_property
    def boxes(self):
        return ndimage.find_objects(self.labels, len(self.areas))

    @cached_property
    def centroids(self):
        return [tuple(middle) for middle in _centroids(self.labels, np.array(self.areas)).tolist()]

    @cached_property
    def perimeters(self):
        return perimeters(self.labels, len(self.areas)).tolist()


def regionprops(label_image):
    """Measure every region of a labelled picture: area, box, centroid, outline.

    area = number of pixels;  centroid = mean (row, col) of them;  perimeter: see `outlines.perimeters`

    Parameters
    ----------
    label_image : (rows, cols) array of integers
        From `label`: 0 is background, every positive number one region. Negative numbers are ignored.

    Returns
    -------
    regions : list of RegionProperties
        Sorted by number, lengths in pixels; the attributes are those of `RegionProperties`. Numbers that do not
        occur are left out.

    Raises
    ------
    TypeError
        For floats and for masks: number the regions first, with `label`.
    ValueError
        For what is not (rows, cols).

    Notes
    -----
    All regions are measured at once, by sums over labels instead of a loop over regions, and only what is asked for:
    whoever reads areas alone does not wait for outlines. A region need not be connected:
    all pixels of one number are one; of 255 alone, which files have for a mask, a warning says so. The values are
    scikit-image's, which has more of them.

    References
    ----------
    W. Burger, M. J. Burge (2009): Principles of Digital Image Processing: Core Algorithms (regions in binary images).

    Examples
    --------
    >>> import numpy as np
    >>> coin, = regionprops(np.array([[0, 0, 0, 0], [0, 1, 1, 0], [0, 1, 1, 0]]))
    >>> coin.area, coin.bbox, coin.centroid, coin.perimeter
    (4.0, (1, 1, 3, 3), (1.5, 1.5), 4.0)
    >>> coin["area"]
    4.0
    """
    labels = check_labels(label_image)
    if labels.dtype == bool:
        raise TypeError("expected label_image with region numbers, got a mask; number its regions first, with label")
    present, areas, labels = _compact(labels)
    if 255 in present:  # what a mask from a file holds; the one label 1 may well be meant
        warn_of_one_label(present, "label_image", "number its regions first, with label")
    table = _Table(labels, areas)
    return [RegionProperties(table, position, label) for position, label in enumerate(present.tolist())]


def _centroids(labels, areas):
    """Return the mean (row, col) of each region, from how many pixels it has in each row and column."""
    rows, cols = labels.shape
    flat = labels.ravel()
    sums = [
        np.bincount(flat, weights=np.repeat(np.arange(rows, dtype=float), cols), minlength=len(areas) + 1),
        np.bincount(flat, weights=np.tile(np.arange(cols, dtype=float), rows), minlength=len(areas) + 1),
    ]
    return np.stack(sums, axis=1)[1:] / areas[:, None]


def _compact(labels):
    """Return the region numbers that occur, their areas, and a copy with 1, 2, … in their order (0 the background)."""
    if labels.min() >= 0 and labels.max() <= labels.size:
        areas = np.bincount(labels.ravel())
        areas[0] = 0
        present = np.flatnonzero(areas)
        if len(present) == len(areas) - 1:
            return present, areas[1:], labels.astype(np.int32)
        renumber = np.zeros(len(areas), np.int32)
        renumber[present] = np.arange(1, len(present) + 1)
        return present, areas[present], renumber[labels]
    values, inverse, areas = np.unique(labels, return_inverse=True, return_counts=True)
    first = int(np.searchsorted(values, 0, side="right"))
    numbers = np.maximum(inverse.reshape(labels.shape) - first + 1, 0).astype(np.int32)
    return values[first:], areas[first:], numbers
