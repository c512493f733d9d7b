"""The snippets of the notes that the course follows, word for word: they run with `course_lib` in place of `skimage`.

They were written for scikit-image of 2022. Only typographic quotes were made straight. `multichannel=True`, which
today's scikit-image no longer takes, is accepted with a warning that names `channel_axis=-1`.
"""

import importlib
import warnings

import matplotlib.pyplot as plt
import numpy as np
import pytest

from course_lib import color, data
from course_lib.feature import get_face_rectangle, merge_blurry_face
from course_lib.measure import find_contours
from tools import reference

SNIPPETS = {snippet["title"]: snippet["code"] for snippet in reference.snippets()}


def shown_picture(image, title=""):
    """Stand in for the notes' helpers that show a picture: what is shown has to be a picture."""
    array = np.asarray(image)
    assert array.ndim in (2, 3)
    assert np.isfinite(array.astype(float)).all()


def shown_with_marks(image, marks):
    shown_picture(image)
    assert len(marks) > 0


@pytest.fixture
def names():
    """What the notes take for granted: their pictures and helpers, ours in their place."""
    return names_from("course_lib")


def names_from(library):
    """Return the notes' names: the functions of a library, the pictures of the course."""
    modules = {name: importlib.import_module(f"{library}.{name}") for name in ("color", "data", "exposure", "feature")}
    filters, inpaint = (importlib.import_module(f"{library}.{name}") for name in ("filters", "restoration.inpaint"))
    binary = color.rgb2gray(data.load("dice")) > 0.6
    group, current = data.load("group"), {}

    def get_rectangle(box):
        current["box"] = box
        return get_face_rectangle(group, box)

    return modules | {
        "np": np, "plt": plt, "inpaint": inpaint,
        "gaussian": filters.gaussian, "Cascade": modules["feature"].Cascade,
        "detector": modules["feature"].Cascade(data.lbp_frontal_face_cascade_filename()),
        "madrid_image": data.load("palace"), "tools_image": data.coffee(), "soaps_image": data.load("chateau"),
        "building_image": data.load("palace"), "chest_xray_image": data.load("chest_phantom"),
        "image_cat": data.chelsea(), "defect_image": data.astronaut()[:200, :200], "mask": small_hole((200, 200)),
        "image_with_logo": data.load("chateau"), "fruit_image": data.load("grapefruit"),
        "noisy_image": data.load("grapefruit") / 255, "grapefruit": data.load("grapefruit"),
        "landscape_image": data.load("landscape"),
        "face_image": data.load("portrait"), "profile_image": data.load("profile"),
        "binary": binary, "contours": find_contours(binary.astype(float), 0.8), "night_image": data.load("night"),
        "friends_image": data.load("friends"), "group_image": group, "damaged_image": data.load("damaged"),
        "getFaceRectangle": get_rectangle,
        "mergeBlurryFace": lambda image, face: merge_blurry_face(image, face, current["box"]),
        "get_mask": lambda image: small_hole(image.shape[:2]), "show_image": shown_picture,
        "show_image_contour": shown_with_marks, "show_image_with_corners": shown_with_marks,
        "show_detected_face": lambda image, detected: shown_picture(image),
    }  # fmt: skip


def small_hole(shape):
    mask = np.zeros(shape)
    mask[40:60, 30:50] = 1
    return mask


@pytest.mark.parametrize("title", SNIPPETS)
def test_a_snippet_runs_with_only_the_import_changed(title, names, capsys):
    snippet = SNIPPETS[title].replace("from skimage", "from course_lib")
    assert "skimage" not in snippet
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        exec(snippet, names)
    plt.close("all")
    messages = [str(warning.message) for warning in told if warning.category is DeprecationWarning]
    assert len(told) == len(messages), [str(warning.message) for warning in told]
    assert bool(messages) == ("multichannel=True" in snippet)
    assert all("channel_axis=-1" in message for message in messages)


def test_the_friends_of_the_notes_are_found(names):
    exec(SNIPPETS["faces of friends"], names)
    assert all(set(box) == {"r", "c", "width", "height"} for box in names["detected"])
    assert len(names["detected"]) >= 8


def test_the_dice_of_the_notes_are_counted(names, capsys):
    exec(SNIPPETS["dice"], names)
    assert "Dice's dots number" in capsys.readouterr().out


def made_by(snippet, library):
    """Run a snippet and return the arrays that it made by name; a warning is an error."""
    names = names_from(library)
    taken = dict(names)
    exec(snippet, names)
    plt.close("all")
    new = {name: value for name, value in names.items() if taken.get(name) is not value and name != "__builtins__"}
    return {name: value for name, value in new.items() if isinstance(value, np.ndarray)}


# Largest mean difference between the two libraries' arrays where it is not rounding; tests/parity has the causes.
LIMITS = {
    "denoised_image of bilateral": 0.05,  # scikit-image reads its table of weights with the wrong stride
    "adapthist_eq_image of adaptive equalization": 1e-4,  # its clipping
    "segmented_image of superpixels": 3,  # of 255: small pieces join other neighbours
    "segmented_image of segmentation and faces": 8,
}
NOT_COMPARED = {
    "noisy_image of noise",  # drawn without a seed
    "segments of superpixels",  # numbers of pieces, see segmented_image
    "segments of segmentation and faces",
    "face of privacy",  # the last one of a list whose order is not defined
    "blurred_face of privacy",
    "resulting_image of privacy",
}


@pytest.mark.parametrize("title", SNIPPETS)
def test_todays_spelling_gives_the_same_in_both_libraries(title, capsys):
    theirs = made_by(reference.today(SNIPPETS[title]), "skimage")
    ours = made_by(reference.ours(SNIPPETS[title]), "course_lib")
    assert ours.keys() == theirs.keys()
    for name in ours:
        what = f"{name} of {title}"
        if what not in NOT_COMPARED:
            assert ours[name].shape == theirs[name].shape
            assert np.abs(ours[name].astype(float) - theirs[name]).mean() <= LIMITS.get(what, 1e-7), what


def test_what_is_listed_as_different_is_made_by_a_snippet():
    known = "\n".join(SNIPPETS.values())
    for what in LIMITS.keys() | NOT_COMPARED:
        name, title = what.split(" of ", 1)
        assert title in SNIPPETS
        assert f"{name} = " in known
