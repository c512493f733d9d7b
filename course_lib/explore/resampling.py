"""What the explorers of turning, shrinking and enlarging have in common."""

BETWEEN = {"nearest pixel": 0, "between the pixels": 1}
ALL = ", channel_axis=-1 if image.ndim == 3 else None"
