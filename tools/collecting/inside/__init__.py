"""The learner's side: runs a notebook's cells, then answers calls over a pipe. It knows no exercise.

A copy of this folder, of course_lib without its judges, and of data is all of the course that lies in its sight.
"""
