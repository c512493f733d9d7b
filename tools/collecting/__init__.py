"""What `python course.py collect` is made of: hand-ins, the process that runs them, the judge outside, the tables."""
