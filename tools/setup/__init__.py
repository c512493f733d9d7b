"""The steps of course.py's set-up: the standard library alone, in the syntax of Python 3.6."""
