"""Times of the course's operations and sliders beside those of others: `python course.py bench`."""
