"""`course.py classroom nbgrader DIR`: a course directory that nbgrader takes as it is."""
