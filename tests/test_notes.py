"""The snippets of the notes that the course follows, word for word: they run with `course_lib` in place of `skimage`.

They were written for scikit-image of 2022. Only typographic quotes were made straight. `multichannel=True`, which
today's scikit-image no longer takes, is accepted with a warning that names `channel_axis=-1`.
"""

import warnings

import matplotlib.pyplot as plt
import numpy as np
import pytest

from course_lib import color, data, exposure, restoration
from course_lib.feature import Cascade, get_face_rectangle, merge_blurry_face
from course_lib.filters import gaussian
from course_lib.measure import find_contours

SNIPPETS = {
    "flips": """
vertically_flipped = np.flipud(madrid_image)
horizontally_flipped = np.fliplr(madrid_image)
""",
    "otsu": """
from skimage.filters import threshold_otsu
from skimage.color import rgb2gray
gray_tools_image = rgb2gray(tools_image)
thresh = threshold_otsu(gray_tools_image)
binary_image = gray_tools_image > thresh
show_image(binary_image, 'Binarized image')
""",
    "sobel": """
from skimage import color
from skimage.filters import sobel
soaps_image_gray = color.rgb2gray(soaps_image)
edge_sobel = sobel(soaps_image_gray)
show_image(soaps_image, "Original")
show_image(edge_sobel, "Edges with Sobel")
""",
    "gaussian": """
from skimage.filters import gaussian
gaussian_image = gaussian(building_image, multichannel=True)
show_image(building_image, "Original")
show_image(gaussian_image, "Reduced sharpness Gaussian")
""",
    "histogram": """
from skimage import exposure
show_image(chest_xray_image, 'Original x-ray')
plt.title('Histogram of image')
plt.hist(chest_xray_image.ravel(), bins=256)
""",
    "adaptive equalization": """
from skimage import data, exposure
original_image = data.coffee()
adapthist_eq_image = exposure.equalize_adapthist(original_image, clip_limit=0.03)
show_image(original_image)
show_image(adapthist_eq_image, '#ImageProcessingDatacamp')
""",
    "rotate and rescale": """
from skimage.transform import rotate, rescale
rotated_cat_image = rotate(image_cat, -90)
rescaled_with_aa = rescale(rotated_cat_image, 1/4, anti_aliasing=True, multichannel=True)
rescaled_without_aa = rescale(rotated_cat_image, 1/4, anti_aliasing=False, multichannel=True)
show_image(rescaled_with_aa, "Transformed with anti aliasing")
show_image(rescaled_without_aa, "Transformed without anti aliasing")
""",
    "enlarge": """
from skimage.transform import rescale
from skimage import data
rocket_image = data.rocket()
enlarged_rocket_image = rescale(rocket_image, 3, anti_aliasing=True, multichannel=True)
show_image(rocket_image)
show_image(enlarged_rocket_image, "3 times enlarged image")
""",
    "inpaint": """
from skimage.restoration import inpaint
show_image(defect_image, 'Image to restore')
restored_image = inpaint.inpaint_biharmonic(defect_image, mask, multichannel=True)
show_image(restored_image)
""",
    "logo": """
mask = np.zeros(image_with_logo.shape[:-1])
mask[210:290, 360:425] = 1
image_logo_removed = inpaint.inpaint_biharmonic(image_with_logo,
                                                mask,
                                                multichannel=True)
show_image(image_with_logo, 'Image with logo')
show_image(image_logo_removed, 'Image with logo removed')
""",
    "noise": """
from skimage.util import random_noise
noisy_image = random_noise(fruit_image)
show_image(fruit_image, 'Original')
show_image(noisy_image, 'Noisy image')
""",
    "total variation": """
from skimage.restoration import denoise_tv_chambolle
denoised_image = denoise_tv_chambolle(noisy_image,
                                      multichannel=True)
show_image(noisy_image, 'Noisy')
show_image(denoised_image, 'Denoised image')
""",
    "bilateral": """
from skimage.restoration import denoise_bilateral
denoised_image = denoise_bilateral(landscape_image,
                                   multichannel=True)
show_image(landscape_image, 'Noisy image')
show_image(denoised_image, 'Denoised image')
""",
    "superpixels": """
from skimage.segmentation import slic
from skimage.color import label2rgb
segments = slic(face_image, n_segments= 400)
segmented_image = label2rgb(segments, face_image, kind='avg')
show_image(segmented_image, "Segmented image, 400 superpixels")
""",
    "dice": """
shape_contours = [cnt.shape[0] for cnt in contours]
max_dots_shape = 50
dots_contours = [cnt for cnt in contours if np.shape(cnt)[0] < max_dots_shape]
show_image_contour(binary, contours)
print("Dice's dots number: {}. ".format(len(dots_contours)))
""",
    "canny": """
from skimage.feature import canny
grapefruit = color.rgb2gray(grapefruit)
canny_edges = canny(grapefruit)
show_image(canny_edges, "Edges with Canny")
edges_1_8 = canny(grapefruit, sigma=1.8)
edges_2_2 = canny(grapefruit, sigma=2.2)
show_image(edges_1_8, "Sigma of 1.8")
show_image(edges_2_2, "Sigma of 2.2")
""",
    "corners": """
from skimage.feature import corner_harris, corner_peaks
building_image_gray = color.rgb2gray(building_image)
measure_image = corner_harris(building_image_gray)
coords = corner_peaks(measure_image, min_distance=20, threshold_rel=0.02)
show_image(building_image, "Original")
show_image_with_corners(building_image, coords)
""",
    "faces by night": """
trained_file = data.lbp_frontal_face_cascade_filename()
detector = Cascade(trained_file)
detected = detector.detect_multi_scale(img = night_image,
                                       scale_factor=1.2,
                                       step_ratio=1,
                                       min_size=(10, 10),
                                       max_size=(200, 200))
show_detected_face(night_image, detected)
""",
    "faces of friends": """
trained_file = data.lbp_frontal_face_cascade_filename()
detector = Cascade(trained_file)
detected = detector.detect_multi_scale(img=friends_image,
                                       scale_factor=1.2,
                                       step_ratio=1,
                                       min_size=(10, 10),
                                       max_size=(200, 200))
show_detected_face(friends_image, detected)
""",
    "segmentation and faces": """
from skimage.segmentation import slic
from skimage.color import label2rgb
segments = slic(profile_image)
segmented_image = label2rgb(segments, profile_image, kind='avg')
detected = detector.detect_multi_scale(img=segmented_image,
                                       scale_factor=1.2,
                                       step_ratio=1,
                                       min_size=(10, 10), max_size=(1000, 1000))
show_detected_face(segmented_image, detected)
""",
    "privacy": """
detected = detector.detect_multi_scale(img=group_image,
                                       scale_factor=1.2, step_ratio=1,
                                       min_size=(10, 10), max_size=(100, 100))
for d in detected:
    face = getFaceRectangle(d)
    blurred_face = gaussian(face, multichannel=True, sigma = 8)
    resulting_image = mergeBlurryFace(group_image, blurred_face)
show_image(resulting_image, "Blurred faces")
""",
    "graduation photo": """
from skimage.restoration import denoise_tv_chambolle, inpaint
from skimage.transform import rotate
upright_img = rotate(damaged_image, 20)
upright_img_without_noise = denoise_tv_chambolle(upright_img,weight=0.1, multichannel=True)
mask = get_mask(upright_img)
result = inpaint.inpaint_biharmonic(upright_img_without_noise, mask, multichannel=True)
show_image(result)
""",
}


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
    dice = color.rgb2gray(data.load("dice"))
    binary = dice > 0.6
    group, current = data.load("group"), {}

    def get_rectangle(box):
        current["box"] = box
        return get_face_rectangle(group, box)

    return {
        "np": np, "plt": plt, "color": color, "data": data, "exposure": exposure, "inpaint": restoration.inpaint,
        "gaussian": gaussian, "Cascade": Cascade, "detector": Cascade(data.lbp_frontal_face_cascade_filename()),
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
