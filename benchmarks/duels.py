"""What sliders.py times: explorers, and what a learner would write instead with `interact` and Matplotlib.

Each rival shows what the explorer shows, drawn anew for each value, and has its first slider where the explorer has it.
"""

FIRST = """
import statistics, time
import matplotlib.pyplot as plt
from ipywidgets import interact
import numpy as np
from course_lib import color, data, explore, exposure, feature, filters, measure, restoration, segmentation, util
image = data.camera()
fruit = data.load("grapefruit")[100:300, 130:386]
chest = data.load("chest_phantom")
dice = color.rgb2gray(data.load("dice"))
face = data.load("portrait")[::2, ::2]
friends = data.load("friends")

def show(*pictures):
    figure, axes = plt.subplots(1, len(pictures), figsize=(4 * len(pictures), 4))
    for axis, picture in zip(np.atleast_1d(axes), pictures):
        axis.imshow(picture, cmap="gray") if picture.ndim > 1 else axis.hist(picture, bins=256)
    plt.show()
"""
EXPLORER = """
explorer = explore.threshold(image)
explorer
"""
USUAL = """
@interact(level=(0, 255), inverted=False)
def usual(level=128, inverted=False):
    mask = image <= level if inverted else image > level
    show(image, mask, image.ravel())
"""
LIGHT = """
@interact(level=(0, 255))
def light(level=128):
    plt.imshow(image > level, cmap="gray")
    plt.show()
"""
EDGES = """
explore.edges(image)
"""
USUAL_EDGES = """
@interact(level=(0.0, 0.5, 0.01))
def usual_edges(level=0.1):
    strength = filters.sobel(image)
    show(image, strength, strength > level)
"""
EQUAL = """
explore.adaptive_equalize(chest)
"""
USUAL_EQUAL = """
@interact(clip_limit=(0.0, 0.1, 0.002))
def usual_equal(clip_limit=0.01):
    result = exposure.equalize_adapthist(chest, clip_limit=clip_limit)
    show(chest, exposure.equalize_hist(chest), result, result.ravel())
"""
NOISE = """
explore.noise_kinds(fruit)
"""
USUAL_NOISE = """
@interact(strength=(0.0, 0.5, 0.01))
def usual_noise(strength=0.1):
    noisy = util.random_noise(fruit, var=strength**2, rng=0)
    change = noisy - fruit / 255
    show(noisy, np.clip(change + 0.5, 0, 1), noisy.ravel(), change.ravel())
"""
MEANS = """
explore.nl_means(fruit)
"""
USUAL_MEANS = """
@interact(noise=(0.0, 0.3, 0.01))
def usual_means(noise=0.1):
    noisy = util.random_noise(fruit, var=noise**2, rng=0)
    result = restoration.denoise_nl_means(noisy, 5, 6, h=0.08, sigma=noise, channel_axis=-1)
    show(noisy, result, np.clip(noisy - result + 0.5, 0, 1))
"""
CONTOURS = """
explore.contours(dice)
"""
USUAL_CONTOURS = """
@interact(level=(0.0, 1.0, 0.01))
def usual_contours(level=0.5):
    contours = measure.find_contours(dice, level)
    figure, axes = plt.subplots(1, 2, figsize=(8, 4))
    axes[0].imshow(dice, cmap="gray")
    for contour in contours:
        axes[0].plot(contour[:, 1], contour[:, 0], color="red")
    axes[1].plot(sorted(len(contour) for contour in contours))
    plt.show()
"""
PIECES = """
explore.superpixels(face)
"""
USUAL_PIECES = """
@interact(n_segments=(10, 1000, 10))
def usual_pieces(n_segments=400):
    labels = segmentation.slic(face, n_segments, 10)
    show(segmentation.mark_boundaries(face, labels), color.label2rgb(labels, face, kind="avg"))
"""
CANNY = """
explore.canny(image)
"""
USUAL_CANNY = """
@interact(sigma=(0.2, 6.0, 0.2))
def usual_canny(sigma=1.0):
    weak = feature.canny(util.img_as_float(image), sigma, low_threshold=0.1, high_threshold=0.1)
    strong = feature.canny(util.img_as_float(image), sigma, low_threshold=0.1, high_threshold=0.2)
    show(image, strong, weak & ~strong)
"""
FACES = """
explore.faces(friends)
"""
USUAL_FACES = """
detector = feature.Cascade(data.lbp_frontal_face_cascade_filename())

@interact(scale_factor=(1.1, 2.0, 0.05))
def usual_faces(scale_factor=1.2):
    boxes = detector.detect_multi_scale(
        friends, scale_factor=scale_factor, step_ratio=1, min_size=(50, 50), max_size=(200, 200)
    )
    plt.imshow(friends)
    for box in boxes:
        plt.gca().add_patch(plt.Rectangle((box["c"], box["r"]), box["width"], box["height"], fill=False, color="lime"))
    plt.show()
"""
# What is compared with what; the course's own explorer comes first.
DUELS = {
    "light, chapter 1, 512 x 512, grey": {
        "explore.threshold": EXPLORER,
        "interact: picture, mask, histogram": USUAL,
        "interact: the mask alone": LIGHT,
    },
    "light, chapter 2, 512 x 512, grey": {
        "explore.edges": EDGES,
        "interact: three pictures": USUAL_EDGES,
    },
    "heavy, chapter 2, 520 x 520, grey": {
        "explore.adaptive_equalize": EQUAL,
        "interact: three pictures, a histogram": USUAL_EQUAL,
    },
    "light, chapter 3, 200 x 256, colour": {
        "explore.noise_kinds": NOISE,
        "interact: two pictures, two histograms": USUAL_NOISE,
    },
    "heavy, chapter 3, 200 x 256, colour": {
        "explore.nl_means": MEANS,
        "interact: three pictures, non-local means": USUAL_MEANS,
    },
    "light, chapter 4, 480 x 640, grey": {
        "explore.contours": CONTOURS,
        "interact: a picture with contours, a chart": USUAL_CONTOURS,
    },
    "heavy, chapter 4, 256 x 256, colour": {
        "explore.superpixels": PIECES,
        "interact: two pictures, superpixels": USUAL_PIECES,
    },
    "light, chapter 5, 512 x 512, grey": {
        "explore.canny": CANNY,
        "interact: three pictures, Canny": USUAL_CANNY,
    },
    "heavy, chapter 5, 418 x 990, colour": {
        "explore.faces": FACES,
        "interact: a picture with boxes": USUAL_FACES,
    },
}
