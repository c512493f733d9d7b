"""nbgrader's settings for the course; `python course.py classroom nbgrader` wrote them."""

import os
import sys
import tempfile

from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader import preprocessors as nbgraders

COURSE = "{course}"

sys.path.insert(0, COURSE)
from tools.classroom.nbgrader_judge import JudgeOutside  # noqa: E402

c = get_config()  # noqa: F821  nbgrader gives it
c.CourseDirectory.root = os.path.dirname(os.path.abspath(__file__))
c.CourseDirectory.course_id = "image_processing"
c.ClearSolutions.code_stub = {"python": ""}  # each cell has its placeholder

# The judge outside stands in place of nbgraders.Execute; the rest is as nbgrader has it.
c.Autograde.autograde_preprocessors = [
    JudgeOutside,
    nbgraders.IgnorePattern,
    ClearMetadataPreprocessor,
    nbgraders.LimitOutput,
    nbgraders.SaveAutoGrades,
    nbgraders.AssignLatePenalties,
    nbgraders.CheckCellMetadata,
]
# Without any isolation on this machine, nothing is graded. True: run notebooks with all your rights all the same.
c.JudgeOutside.trust = False
c.JudgeOutside.variant = int("{variant}")  # whose numbers the exercises have

# For `nbgrader validate`, which runs a notebook itself: checks find the course, and keep no progress of yours.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [COURSE, os.environ.get("PYTHONPATH")]))
nowhere = tempfile.TemporaryDirectory(prefix="course-work-")
os.environ["COURSE_WORK"] = nowhere.name
c.Execute.timeout = 120  # seconds
