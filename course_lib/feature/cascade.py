"""Finding faces with a cascade: many windows, few questions; most windows are out after three.

Stages: table of sums -> windows of every size -> ask stage after stage, keep the survivors -> merge
detections of the same face.
"""

import math

import numpy as np

from ..base.bands import bands
from ..base.checks import check_array, check_grey
from ..base.parameters import check_count, check_number
from ..base.threads import side_by_side
from ..color import rgb2gray
from .cascade_file import read_cascade
from .lbp import codes_at, summed_area_table
from .merging import BOX, merge_detections

LEAST_FACTOR = 1.01  # below it, one size after the other would cover the same whole pixels


class Cascade:
    """Find objects, faces for example, with a trained cascade of questions.

    A window is described by the LBP codes of blocks in it. Each stage asks about a few of them and adds
    up scores; a window whose sum is below the stage's threshold is dropped. What survives all stages is
    a detection.

    Parameters
    ----------
    xml_file : path or file object
        OpenCV's XML file of a cascade with LBP features: data.lbp_frontal_face_cascade_filename().
    eps : float
        A sum may be lower than the threshold by this much.

    Attributes
    ----------
    window_height, window_width : int
        The smallest window, in pixels.
    stages_number, stumps_number, features_number : int
        How many stages, questions in all, and different features the file holds.

    Raises
    ------
    ValueError
        For a file that is damaged, too large, holds entities or another kind of cascade, with the reason.

    References
    ----------
    Viola, Jones (2001): Rapid Object Detection using a Boosted Cascade of Simple Features, section 4.
    Zhang et al. (2007): Face Detection Based on Multi-Block LBP Representation.
    """

    def __init__(self, xml_file, eps=1e-5):
        self.data = read_cascade(xml_file)
        self.eps = check_number("eps", eps, 0)
        self.window_height, self.window_width = self.data.height, self.data.width
        self.stages_number = len(self.data.stages)
        self.stumps_number = sum(len(stage.stumps) for stage in self.data.stages)
        self.features_number = len(self.data.features)

    def detect_multi_scale(
        self,
        img,
        scale_factor,
        step_ratio,
        min_size,
        max_size,
        min_neighbor_number=4,
        intersection_score_threshold=0.5,
    ):
        """Find objects of all sizes between `min_size` and `max_size`.

        Parameters
        ----------
        img : (rows, cols) or (rows, cols, 3) array
        scale_factor : float
            Each window is larger than the last by this factor, 1.01 or more. 1.2 is usual.
        step_ratio : float
            Windows are this times the scale apart, above 0. 1 finds most, 1.5 is quicker.
        min_size, max_size : (rows, cols)
            The smallest and the largest window, in pixels.
        min_neighbor_number : int
            A detection counts if at least so many agree on it.
        intersection_score_threshold : float
            Two detections are one if they share more than this fraction of the smaller one's area.

        Returns
        -------
        detections : list of dict
            With r, c (upper left corner), width, height, as int.

        Raises
        ------
        ValueError
            For what is no picture, and for parameters that cannot be meant.
        TypeError
            For parameters that are no numbers.

        Notes
        -----
        Sums are whole numbers and the order of windows is fixed, so the result is always the same;
        scikit-image sums in float32, where blocks that are equal may seem unequal.
        """
        table = summed_area_table(_grey(img))
        # all is checked before the search, which takes long
        step_ratio = check_number("step_ratio", step_ratio, 1e-3)
        share = check_number("intersection_score_threshold", intersection_score_threshold, 0)
        least = check_count("min_neighbor_number", min_neighbor_number, least=-math.inf)  # none and fewer: all are kept
        scales = window_scales((self.window_height, self.window_width), min_size, max_size, scale_factor)
        found = side_by_side(lambda scale: self._detect(table, scale, step_ratio), scales)
        return merge_detections([box for boxes in found for box in boxes], share, least)

    def window_positions(self, shape, scale, step_ratio=1.0):
        """Return the upper left corners, rows and cols, of all windows of one size that fit into a picture."""
        return _crossed(*self._window_axes(shape, scale, step_ratio))

    def _window_axes(self, shape, scale, step_ratio):
        height, width = self.window_size(scale)
        step = max(1, int(scale * step_ratio + 0.5))
        return np.arange(0, shape[0] - height + 1, step), np.arange(0, shape[1] - width + 1, step)

    def window_size(self, scale):
        """Return the height and width in pixels of the window at a scale."""
        return int(self.window_height * scale), int(self.window_width * scale)

    def survivors(self, table, rows, cols, scale):
        """Yield after each stage which of the windows at (rows, cols) are left, as positions in these arrays.

        `table` is from `summed_area_table`; rows and cols are (n,) arrays of upper left corners.
        """
        corners = rows * table.shape[1] + cols
        left = np.arange(len(corners))
        for stage in self.data.stages:
            scores = self.stage_scores(stage, table, corners[left], scale)
            left = left[scores >= stage.threshold - self.eps]
            yield left

    def stage_scores(self, stage, table, corners, scale):
        """Return the sum of a stage's scores for windows given as flat positions of their upper left corners."""
        blocks = self.stage_blocks(stage, scale)
        # the 256 scores of all questions in one long table, and where each question's begin
        tables = np.concatenate([stump.scores for stump in stage.stumps])
        first = 256 * np.arange(len(blocks))[:, None]
        scores = np.empty(len(corners))
        for some in bands(len(corners), 64):  # the numbers of one window
            scores[some] = tables[codes_at(table, corners[some], blocks) + first].sum(axis=0)
        return scores

    def stage_blocks(self, stage, scale):
        """Return the first block of each question of a stage, as (row, col, width, height) in a window of one size."""
        blocks = np.array([self.data.features[stump.feature] for stump in stage.stumps], np.float32)
        return (blocks * np.float32(scale)).astype(int)

    def _detect(self, table, scale, step_ratio):
        down, across = self._window_axes((table.shape[0] - 1, table.shape[1] - 1), scale, step_ratio)
        height, width = self.window_size(scale)
        boxes = []
        for some in bands(len(down), max(1, 4 * len(across))):  # all of them at once would take much memory
            rows, cols = _crossed(down[some], across)
            survivors = np.arange(len(rows))
            for survivors in self.survivors(table, rows, cols, scale):
                if not len(survivors):
                    break
            places = zip(rows[survivors].tolist(), cols[survivors].tolist(), strict=True)
            boxes += [dict(zip(BOX, (row, col, width, height), strict=True)) for row, col in places]
        return boxes


def _crossed(rows, cols):
    """Return the row and the col of each crossing, row by row."""
    return np.repeat(rows, len(cols)), np.tile(cols, len(rows))


def window_scales(window, min_size, max_size, scale_factor):
    """Return the factors that make a window of (rows, cols) at least `min_size`, then larger and larger.

    s_i = s_0 * scale_factor^i,  below max_size

    Examples
    --------
    >>> window_scales((24, 24), (24, 24), (60, 60), 1.5).tolist()
    [1.0, 1.5, 2.25]
    """
    factor = check_number("scale_factor", scale_factor, 1)
    if factor < LEAST_FACTOR:
        raise ValueError(
            f"scale_factor is the growth of the window from size to size, {LEAST_FACTOR} or more, for example 1.2"
        )
    smallest, largest = (_check_size(name, size) for name, size in (("min_size", min_size), ("max_size", max_size)))
    first = max(1.0, *(smallest / window))
    steps = np.arange(np.log(min(largest / window) / first) / np.log(factor))  # all i with s_i below the largest
    # float32, as scikit-image has it, so that int() gives the same windows
    return (first * factor**steps).astype(np.float32)


def _grey(img):
    array = check_array(img, "img")
    return rgb2gray(array) if array.ndim == 3 and array.shape[-1] == 3 else check_grey(array, "img")


def _check_size(name, size):
    pair = check_array(np.atleast_1d(size), name)
    if pair.shape != (2,) or (pair <= 0).any():
        raise ValueError(f"{name} is a window's (rows, cols) in pixels, above 0, got {size!r}")
    return pair.astype(float)
