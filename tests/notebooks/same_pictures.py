"""For the suite that runs the notebooks cell by cell: the pictures, too, are the same to the eye.

nbval compares texts exactly and pictures byte by byte or not at all; other versions of Matplotlib, NumPy or an encoder
move an edge by a pixel. So it leaves pictures out, and this plugin of pytest compares their grey levels.
"""

import base64
import functools
import io

import numpy as np
from PIL import Image

TOLERANCE = 3.0  # mean difference of grey levels


def pytest_collection_modifyitems(items):
    for item in items:
        item.compare_outputs = functools.partial(compare, item, item.compare_outputs)


def compare(item, texts_agree, new, old):
    """Compare all that a cell shows, as nbval does; leave the difference where nbval looks for it."""
    if not texts_agree(new, old):
        return False
    different = difference(pictures(new), pictures(old))
    if different:
        item.comparison_traceback.append(different)
    return not different


def pictures(outputs):
    """Return the pictures among the outputs of a cell, in order."""
    kinds = ("image/png", "image/jpeg")
    return [base64.b64decode(o["data"][kind]) for o in outputs if "data" in o for kind in kinds if kind in o["data"]]


def difference(new, old):
    """Say in which way two lists of pictures differ, or nothing where the eye sees none."""
    if len(new) != len(old):
        return f"{len(new)} pictures, where {len(old)} are saved"
    for number, pair in enumerate(zip(new, old, strict=True), 1):
        a, b = (np.asarray(Image.open(io.BytesIO(content)).convert("RGB"), float) for content in pair)
        if a.shape != b.shape:
            return f"picture {number} has the shape {a.shape}, where {b.shape} is saved"
        if (off := np.abs(a - b).mean()) >= TOLERANCE:
            return f"picture {number} differs by {off:.1f} grey levels on average"
    return ""
