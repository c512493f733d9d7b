"""What each labelled region is like: its size, place and outline. All regions are measured in one pass."""

import numpy as np
from scipy import ndimage

from ..base.checks import check_labels, warn_of_one_label

_EDGES = ((-1, 0), (1, 0), (0, -1), (0, 1))
_CORNERS = ((-1, -1), (-1, 1), (1, -1), (1, 1))

# The length that an outline pixel adds, by its neighbours on the outline: (sharing an edge, a corner).
# Straight on 1, diagonally sqrt(2), one of each half of both; other mixtures (crossings) add nothing.
_STRAIGHT, _DIAGONAL, _MIXED = 1.0, np.sqrt(2), (1 + np.sqrt(2)) / 2
_LENGTH_OF = {
    (2, 0): _STRAIGHT,
    (3, 0): _STRAIGHT,
    (2, 1): _STRAIGHT,
    (3, 1): _STRAIGHT,
    (2, 2): _STRAIGHT,
    (3, 2): _STRAIGHT,
    (0, 2): _DIAGONAL,
    (1, 3): _DIAGONAL,
    (1, 1): _MIXED,
    (1, 2): _MIXED,
}


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
        Length of its outline, see `perimeters`.
    equivalent_diameter_area : float
        Diameter of a circle of the same area.
    slice : tuple of slice
        The box, to cut it out: ``picture[region.slice]``.
    image : array of bool
        The region within its box.
    coords : (area, 2) array
        Its pixels as (row, col).
    """

    def __init__(self, numbers, number, box, label, area, centroid, perimeter):
        self._numbers, self._number = numbers, number
        self.slice = box
        self.label, self.area, self.centroid, self.perimeter = label, area, centroid, perimeter

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
    def equivalent_diameter_area(self):
        return float(np.sqrt(4 * self.area / np.pi))

    @property
    def image(self):
        return self._numbers[self.slice] == self._number

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


def regionprops(label_image):
    """Measure every region of a labelled picture: area, box, centroid, outline.

    area = number of pixels;  centroid = mean (row, col) of them;  perimeter: see `perimeters`

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
    All regions are measured at once: sums by label instead of a loop over regions. A region need not be connected:
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
    present, labels = _compact(labels)
    if 255 in present:  # what a mask from a file holds; the one label 1 may well be meant
        warn_of_one_label(present, "label_image", "number its regions first, with label")
    areas = np.bincount(labels.ravel(), minlength=len(present) + 1)[1:]
    outlines = perimeters(labels, len(present))
    middles = _centroids(labels, areas)
    boxes = ndimage.find_objects(labels, len(present))
    table = zip(present.tolist(), areas.astype(float).tolist(), middles.tolist(), outlines.tolist(), strict=True)
    return [
        RegionProperties(labels, index, box, number, area, tuple(middle), length)
        for index, (box, (number, area, middle, length)) in enumerate(zip(boxes, table, strict=True), start=1)
    ]


def perimeters(labels, count):
    """Return the length of the outline of the regions 1 … `count`.

    The outline are the pixels with a neighbour across an edge outside the region. The line through
    their centres takes a step of 1 along rows and columns and of sqrt(2) along diagonals; each outline
    pixel adds by the neighbours that it has on the outline.

    Parameters
    ----------
    labels : (rows, cols) array of integers from 0 to `count`
    count : int

    Returns
    -------
    lengths : (count,) array of float64

    References
    ----------
    Benkrid, Crookes, Benkrid (2000): Design and FPGA Implementation of a Perimeter Estimator.

    Examples
    --------
    >>> import numpy as np
    >>> perimeters(np.ones((4, 4), int), 1)
    array([12.])
    """
    framed = np.pad(labels, 1)
    cols = framed.shape[1]
    values = framed.ravel()  # flat, so that a neighbour is a fixed number of places away
    pixels = outline_pixels(framed)
    number = values[pixels]
    on_outline = np.zeros_like(values)
    on_outline[pixels] = number
    edges, corners = (
        # as small integers: True + True is True, and a count is wanted
        sum((on_outline[pixels + dr * cols + dc] == number).view(np.int8) for dr, dc in offsets)
        for offsets in (_EDGES, _CORNERS)
    )
    table = np.zeros((5, 5))
    for neighbours, length in _LENGTH_OF.items():
        table[neighbours] = length
    return np.bincount(number, weights=table[edges, corners], minlength=count + 1)[1:]


def outline_pixels(framed):
    """Return the flat positions of the region pixels that have another value across one of their four edges.

    Parameters
    ----------
    framed : (rows, cols) array of integers
        Labels with a frame of zeros.

    Examples
    --------
    >>> import numpy as np
    >>> len(outline_pixels(np.pad(np.ones((4, 4), int), 1)))
    12
    """
    inside = framed[1:-1, 1:-1]
    differs = np.zeros(framed.shape, bool)
    for dr, dc in _EDGES:
        neighbour = framed[1 + dr : framed.shape[0] - 1 + dr, 1 + dc : framed.shape[1] - 1 + dc]
        differs[1:-1, 1:-1] |= neighbour != inside
    differs &= framed != 0
    return np.flatnonzero(differs)


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
    """Return the region numbers that occur, and labels renumbered 1, 2, … in their order (0 the background)."""
    if labels.min() >= 0 and labels.max() <= labels.size:
        present = np.flatnonzero(np.bincount(labels.ravel()))
        present = present[present > 0]
        if len(present) == labels.max():
            return present, labels.astype(np.int32)
        renumber = np.zeros(int(labels.max()) + 1, np.int32)
        renumber[present] = np.arange(1, len(present) + 1)
        return present, renumber[labels]
    values, inverse = np.unique(labels, return_inverse=True)
    first = int(np.searchsorted(values, 0, side="right"))
    return values[first:], np.maximum(inverse.reshape(labels.shape) - first + 1, 0).astype(np.int32)
