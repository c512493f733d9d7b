"""All global thresholds of one picture, drawn side by side."""

from ...base.checks import check_grey
from .isodata import threshold_isodata
from .li import threshold_li
from .mean import threshold_mean
from .minimum import threshold_minimum
from .otsu import threshold_otsu
from .triangle import threshold_triangle
from .yen import threshold_yen

_METHODS = {
    "Isodata": threshold_isodata,
    "Li": threshold_li,
    "Mean": threshold_mean,
    "Minimum": threshold_minimum,
    "Otsu": threshold_otsu,
    "Triangle": threshold_triangle,
    "Yen": threshold_yen,
}


def try_all_threshold(image, figsize=(8, 5), verbose=True):
    """Draw a picture and what seven thresholds make of it.

    mask = image > threshold(image), for isodata, Li, mean, minimum, Otsu, triangle and Yen

    Parameters
    ----------
    image : array (rows, cols)
        Any number type.
    figsize : (float, float)
        Width and height of the figure in inches.
    verbose : bool
        Taken for scikit-image's sake, which prints the functions' names: here the panes carry them.

    Returns
    -------
    figure : matplotlib Figure
    axes : array (8,) of matplotlib Axes
        The picture, then the masks in the order above. The pane of a rule that finds no level says so.

    Raises
    ------
    ValueError
        For a colour picture: convert it with color.rgb2gray.

    Examples
    --------
    >>> figure, axes = try_all_threshold([[0, 1], [1, 0]])
    >>> [ax.get_title() for ax in axes]
    ['Original', 'Isodata', 'Li', 'Mean', 'Minimum', 'Otsu', 'Triangle', 'Yen']
    """
    from matplotlib import pyplot as plt  # here, because nothing else below floor 4 draws

    image = check_grey(image)
    figure, axes = plt.subplots(4, 2, figsize=figsize, sharex=True, sharey=True)
    axes = axes.ravel()
    for ax in axes:
        ax.axis("off")
    axes[0].set_title("Original")
    axes[0].imshow(image, cmap="gray")
    for ax, (name, method) in zip(axes[1:], _METHODS.items(), strict=True):
        ax.set_title(name)
        _draw_mask(ax, image, method)
    figure.tight_layout()
    return figure, axes


def _draw_mask(ax, image, method):
    try:
        mask = image > method(image)
    except ValueError:
        ax.text(0.5, 0.5, "no threshold found", ha="center", va="center", transform=ax.transAxes)
    else:
        ax.imshow(mask, cmap="gray", vmin=0, vmax=1)
