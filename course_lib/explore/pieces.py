"""Explorers for pieces of one colour: colours that somebody marked, k-means, superpixels, labels, boundaries."""

import numpy as np

from .. import data
from ..base.dtype import as_float
from ..color import label2rgb, rgb2gray
from ..filters import threshold_otsu
from ..measure import label
from ..segmentation import kmeans as group_colours
from ..segmentation import mark_boundaries, slic
from .engine import explorer
from .panes import marked

PLANE = 128  # side of the red-green plane
SIDE = 400  # pixels: of larger pictures every second, third, ... row and column is used, so that sliders answer


def fruit():
    """Return the grapefruits at half size."""
    return data.load("grapefruit")[::2, ::2]


def face():
    """Return the portrait at half size."""
    return data.load("portrait")[::2, ::2]


def points_of(image):
    """Return the pixels of a colour picture as (pixels, 3) floats, as k-means takes them."""
    return as_float(image).astype(float).reshape(-1, 3)


def colour_plane(points, labels, colours, squares):
    """Return the red-green plane: red to the right, green upwards, each pixel's place in its group's colour.

    More colours, those that k-means moves, are `squares` with a black and white frame.
    """
    plane = np.full((PLANE, PLANE, 3), 0.93)

    def place(values):
        across, up = np.rint(values[:, :2].clip(0, 1) * (PLANE - 1)).astype(int).T
        return PLANE - 1 - up, across

    plane[place(points)] = colours[labels]
    half = 5
    inside = np.clip(place(squares), half, PLANE - 1 - half)  # whole squares, those of the strongest colours too
    for colour, row, col in zip(squares, *inside, strict=True):
        put_square(plane, row, col, colour, half)
    return plane.clip(0, 1)


def put_square(picture, row, col, colour, half=5):
    """Draw a square with a black and a white frame into a float picture."""
    for reach, shade in ((half, 0.0), (half - 1, 1.0), (half - 3, colour)):
        picture[max(row - reach, 0) : row + reach + 1, max(col - reach, 0) : col + reach + 1] = shade


def _mark(shape, row, col):
    return int(row * (shape[0] - 1)), int(col * (shape[1] - 1))


def supervised_view(image, row_a=0.33, col_a=0.33, row_b=0.2, col_b=0.9):
    """Mark two pixels, a and b: each pixel goes to the one whose colour is nearer."""
    marks = [_mark(image.shape, row_a, col_a), _mark(image.shape, row_b, col_b)]
    from_a, from_b = (((image - image[mark].astype(float)) ** 2).sum(axis=-1) for mark in marks)
    labels = (from_a > from_b).astype(int)
    framed = points_of(image).reshape(image.shape).copy()
    colours = np.array([framed[mark] for mark in marks])
    for (row, col), colour in zip(marks, colours, strict=True):
        put_square(framed, row, col, colour, max(max(image.shape) // 50, 4))
    told = (
        f"mark {name} at [{row}, {col}], colour {np.round(colour, 2).tolist()}: <b>{np.mean(labels == n):.1%}</b>"
        for n, (name, (row, col), colour) in enumerate(zip("ab", marks, colours, strict=True))
    )
    return {
        "picture with both marks": framed,
        "each pixel in the colour of its mark": colours[labels],
        "nearer to a (white)": labels == 0,
        "text": "; ".join(told) + " of the pixels.",
    }


supervised = explorer(
    supervised_view,
    code="rows, cols = image.shape[:2]\n"
    "a = image[int({row_a:.2f} * (rows - 1)), int({col_a:.2f} * (cols - 1))]\n"
    "b = image[int({row_b:.2f} * (rows - 1)), int({col_b:.2f} * (cols - 1))]\n"
    "nearer_to_a = ((image - a.astype(float)) ** 2).sum(-1) <= ((image - b.astype(float)) ** 2).sum(-1)",
    sample=fruit,
    takes="colour",
    row_a=(0.0, 1.0, 0.01),
    col_a=(0.0, 1.0, 0.01),
    row_b=(0.0, 1.0, 0.01),
    col_b=(0.0, 1.0, 0.01),
)


def kmeans_view(image, k=4, start=0):
    """Let k-means find the k colours that stand best for all pixels."""
    labels, colours = group_colours(image, k, rng=start)
    points = points_of(image)
    error = np.mean(((points - colours[labels.ravel()]) ** 2).sum(axis=1))
    shares = np.bincount(labels.ravel(), minlength=k) / labels.size
    return {
        "picture": image,
        "in one colour" if k == 1 else f"in {k} colours": colours[labels],
        "red (right) and green (up) of each pixel": colour_plane(points, labels.ravel(), colours, colours),
        "text": f"Shares: {', '.join(f'{s:.0%}' for s in shares)}. Mean squared distance from the colours: "
        f"<b>{error:.4f}</b>.",
    }


kmeans = explorer(
    kmeans_view,
    code="labels, colours = segmentation.kmeans(image, {k}, rng={start})",
    sample=fruit,
    takes="colour",
    preview=0.5,
    side=SIDE,
    k=(1, 12, 1),
    start=(0, 9, 1),
)


def superpixels_view(image, n_segments=400, compactness=10, sigma=0.0):
    """Cut a picture into superpixels: their number, how much place counts against colour, smoothing before."""
    labels = slic(image, n_segments, compactness, sigma=sigma)
    sizes = np.bincount(labels.ravel())[1:]
    return {
        "boundaries": mark_boundaries(image, labels),
        "each piece in its mean colour": label2rgb(labels, image, kind="avg"),
        "text": f"<b>{labels.max()}</b> pieces, the smallest of {sizes.min()} pixels, the largest of {sizes.max()}, "
        f"the middle one of {np.median(sizes):.0f}.",
    }


superpixels = explorer(
    superpixels_view,
    code="segments = segmentation.slic(image, n_segments={n_segments}, compactness={compactness}, sigma={sigma:.1f})",
    sample=face,
    takes="colour",
    preview=0.5,
    side=SIDE,
    n_segments=(10, 1000, 10),
    compactness=[0.1, 1, 10, 100, 1000],
    sigma=(0.0, 5.0, 0.5),
)


def label_colours_view(image, kind="overlay", alpha=0.3, saturation=0.0, n_segments=60):
    """Paint labels: in strong colours over the picture, or each piece in its mean colour."""
    labels = slic(image, n_segments)
    painted = label2rgb(labels, image, kind=kind, alpha=alpha, saturation=saturation)
    told = "The mean colours need no alpha and no saturation." if kind == "avg" else "Ten colours, used in turn."
    return {
        "the labels alone": label2rgb(labels),
        "painted": painted,
        "text": f"{labels.max()} labels. Values from {painted.min():.3g} to {painted.max():.3g}, "
        f"<b>{painted.dtype}</b>. {told}",
    }


label_colours = explorer(
    label_colours_view,
    code="segments = segmentation.slic(image, n_segments={n_segments})\n"
    "color.label2rgb(segments, image, kind={kind!r}, alpha={alpha:.2f}, saturation={saturation:.2f})",
    sample=face,
    takes="colour",
    preview=0.5,
    side=SIDE,
    idle={name: lambda kind, **_: kind == "avg" for name in ("alpha", "saturation")},
    kind=["overlay", "avg"],
    alpha=(0.0, 1.0, 0.05),
    saturation=(0.0, 1.0, 0.05),
    n_segments=(10, 300, 10),
)

MODES = ("thick", "inner", "outer", "subpixel")
DETAIL = 24  # pixels along a side of the enlarged part


def boundaries_view(image, mode="thick", pieces="bright regions", row=0.3, col=0.25):
    """Draw where labels change, in four ways; a small part is shown enlarged."""
    if pieces == "superpixels":
        labels = slic(image, 60)
    else:
        grey = rgb2gray(image)
        labels = label(grey > threshold_otsu(grey))
    drawn = mark_boundaries(image, labels, mode=mode)
    twice = 2 if mode == "subpixel" else 1
    top, left = (int(share * max(n - DETAIL, 0)) * twice for share, n in zip((row, col), labels.shape, strict=True))
    part = drawn[top : top + DETAIL * twice, left : left + DETAIL * twice]
    yellow = (drawn == (1, 1, 0)).all(axis=-1)
    return {
        "boundaries": marked(drawn, top, left, *part.shape[:2]),
        "the part in the frame": part,
        "text": f"shape {drawn.shape[:2]} for a picture of {image.shape[:2]}. Pieces: {labels.max()}, and "
        f"{'no' if labels.min() else 'a'} background; <b>{yellow.sum()}</b> pixels are drawn as boundary.",
    }


def _boundaries_code(mode, pieces, row, col):
    cut = "segmentation.slic(image, 60)"
    if pieces != "superpixels":
        cut = "measure.label(color.rgb2gray(image) > filters.threshold_otsu(color.rgb2gray(image)))"
    return f"labels = {cut}\nsegmentation.mark_boundaries(image, labels, mode={mode!r})"


boundaries = explorer(
    boundaries_view,
    code=_boundaries_code,
    sample=lambda: data.load("dice")[100:260, 90:260],
    takes="colour",
    mode=list(MODES),
    pieces=["bright regions", "superpixels"],
    row=(0.0, 1.0, 0.01),
    col=(0.0, 1.0, 0.01),
)
