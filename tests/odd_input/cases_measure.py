"""How each public function of course_lib.measure is called on an odd picture."""

from course_lib import measure

CASES = {
    "measure.label": measure.label,
    "measure.find_contours": measure.find_contours,
    "measure.regionprops": measure.regionprops,
}
