"""Judging an answer that is a mask, for judges that are not files of their own yet."""

from .compare import f1, mask_of  # noqa: F401
