"""What the verbs of course.py do, and what the course's own pictures are drawn with. No notebook needs any of it.

course.py imports tools/setup before anything is installed, on any Python 3; all else here is for today's.
"""
