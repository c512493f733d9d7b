"""The syllabus, the lessons, the explorers, the checks and the library name the same things."""

import ast
import importlib
import re
import tomllib
from pathlib import Path

import jupytext
import nbformat
import pytest

from course_lib import explore, steps
from course_lib.check import EXERCISES

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "course_lib"
SOURCE = ROOT / "notebooks" / "source"
WHOLE = tomllib.loads((SOURCE / "syllabus.toml").read_text(encoding="utf-8"))
SYLLABUS, WARMUPS = WHOLE["chapter"], WHOLE["warmup"]
TOPICS = [pytest.param(c, t, id=t["title"]) for c in SYLLABUS for t in c["topic"]]
SOURCES = sorted(SOURCE.rglob("*.md"))
EXERCISES_OF = {int(path.stem[:2]): path for path in (SOURCE / "exercises").glob("*.md")}  # by chapter
LESSONS = [SOURCE / f"{chapter['id']}.md" for chapter in SYLLABUS]


def code_of(source):
    return "\n".join(cell.source for cell in jupytext.read(source).cells if cell.cell_type == "code")


def called(source, module):
    return set(re.findall(rf"\b{module}\.(\w+)\(", code_of(source)))


def asked(source, function):
    """Return the first arguments of every call of a function in a source, one entry a call."""
    tree = ast.parse(code_of(source))
    calls = (n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == function)
    return [n.args[0].value for n in calls if n.args]


@pytest.mark.parametrize(("chapter", "topic"), TOPICS)
def test_every_topic_has_a_lesson_an_explorer_and_an_exercise(chapter, topic):
    lesson = SOURCE / f"{chapter['id']}.md"
    assert f"\n## {topic['lesson']}\n" in lesson.read_text(encoding="utf-8")
    assert topic["explorers"]
    assert set(topic["explorers"]) <= called(lesson, "explore")
    assert set(topic["steps"]) <= called(lesson, "steps")
    exercises = EXERCISES_OF[int(chapter["id"][:2])].read_text(encoding="utf-8")
    assert re.search(rf"^## \d+\.\d+ ★+ {{{topic['id']}}}$", exercises, re.MULTILINE)


@pytest.mark.parametrize(("chapter", "topic"), TOPICS)
def test_every_function_of_a_topic_exists_and_is_named_in_the_lesson(chapter, topic):
    lesson = (SOURCE / f"{chapter['id']}.md").read_text(encoding="utf-8")
    for name in topic["functions"]:
        module, function = name.rsplit(".", 1)
        assert callable(getattr(importlib.import_module(f"course_lib.{module}"), function))
        assert re.search(rf"\b{function.removeprefix('threshold_')}\b", lesson), name


def test_the_syllabus_names_every_explorer_and_step_through():
    topics = [topic for chapter in SYLLABUS for topic in chapter["topic"]]
    assert {name for topic in [*topics, *WARMUPS] for name in topic["explorers"]} == set(explore.__all__)
    assert {name for topic in topics for name in topic["steps"]} == set(steps.__all__)


def test_every_exercise_has_its_text():
    texts = [path for path in SOURCES if path.parent.name == "exercises"]
    assert {id for path in texts for call in ("check", "answer") for id in asked(path, call)} == set(EXERCISES)


def module_of(opener):
    return opener.__module__.removeprefix("course_lib.")


@pytest.mark.parametrize(("named", "room"), [("explorers", explore), ("steps", steps)], ids=["explore", "steps"])
def test_an_explorer_and_a_step_through_lie_where_the_first_topic_that_names_them_says(named, room):
    topics = [topic for chapter in SYLLABUS for topic in chapter["topic"]]
    first = {name: topic["id"] for topic in reversed(topics) for name in topic[named]}
    folder = room.__name__.removeprefix("course_lib.")
    assert {name: module_of(getattr(room, name)) for name in first} == {n: f"{folder}.{id}" for n, id in first.items()}
    binding = [p.stem for p in (LIBRARY / folder).glob("*.py") if " = explorer(" in p.read_text(encoding="utf-8")]
    assert set(binding) <= {*first.values(), *(name for warmup in WARMUPS for name in warmup["explorers"])}


@pytest.mark.parametrize(("chapter", "topic"), TOPICS)
def test_every_topic_says_where_its_code_is_read(chapter, topic):
    section = (SOURCE / f"{chapter['id']}.md").read_text(encoding="utf-8").split(f"\n## {topic['lesson']}\n")[1]
    pointed = re.findall(r"^\*Read it: \{read (\w+)\.(\w+)\}\..*\*$", section.split("\n## ")[0], re.MULTILINE)
    assert len(pointed) == 1
    assert pointed[0] in [("explore", name) for name in topic["explorers"]] + [
        ("steps", name) for name in topic["steps"]
    ]


@pytest.mark.parametrize("chapter", SYLLABUS, ids=lambda chapter: chapter["id"])
def test_a_notebook_names_the_file_and_the_length_of_what_is_read(chapter):
    cells = nbformat.read(ROOT / "notebooks" / f"{chapter['id']}.ipynb", as_version=4).cells
    lines = [line for cell in cells for line in cell.source.splitlines() if line.startswith("*Read it:")]
    assert len(lines) == len(chapter["topic"])
    for path, names in re.findall(r"`([\w/]+\.py)`((?:, `\w+` \(\d+ lines?\))*)", " ".join(lines)):
        tree = ast.parse((LIBRARY / path).read_text(encoding="utf-8"))
        there = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        for name, length in re.findall(r"`(\w+)` \((\d+) line", names):
            assert int(length) <= there[name].end_lineno - there[name].body[0].lineno + 1


@pytest.mark.parametrize("warmup", WARMUPS, ids=lambda warmup: warmup["id"])
def test_a_warm_up_has_its_page_and_is_named_on_the_start_page(warmup):
    page = SOURCE / f"{warmup['id']}.md"
    assert f"\n# {warmup['title']}\n" in page.read_text(encoding="utf-8")
    assert called(page, "explore") == set(warmup["explorers"])
    assert f"[{warmup['title']}]({page.stem}.ipynb)" in (SOURCE / "00_start.md").read_text(encoding="utf-8")


def test_each_topic_has_an_id_of_its_own():
    ids = [topic["id"] for chapter in SYLLABUS for topic in chapter["topic"]]
    assert len(set(ids)) == len(ids)
    assert all(id.isidentifier() for id in ids)


def test_the_tests_of_a_topic_have_its_name():
    known = {path.stem for folder in ("explore", "steps") for path in (LIBRARY / folder).glob("*.py")}
    of_all = {
        "explorers",
        "idle",
        "own_pictures",
        "preview",
        "read_it",
        "sizes",
        "threads",
    }  # what holds for every explorer
    assert {
        path.stem.removeprefix("test_") for path in (ROOT / "tests" / "explore").glob("test_*.py")
    } <= known | of_all


def test_the_start_page_names_every_chapter_and_its_exercises():
    start = (SOURCE / "00_start.md").read_text(encoding="utf-8")
    for number, path in EXERCISES_OF.items():
        lessons = ", ".join(f"[{c['title']}]({c['id']}.ipynb)" for c in SYLLABUS if int(c["id"][:2]) == number)
        exercises = f"[{{exercises {number}}}](../work/{path.stem}.ipynb)"
        solutions = f"[after you tried](solutions/{path.stem}.ipynb)"
        assert f"\n| {number} | {lessons} | {exercises} | {solutions} |\n" in start


def test_the_course_is_as_large_as_it_was_meant_to_be():
    assert {int(chapter["id"][:2]) for chapter in SYLLABUS} == set(EXERCISES_OF) == set(range(1, 6))
    assert len(EXERCISES) >= 70
    assert len(explore.__all__) >= 30
    assert len(steps.__all__) >= 16


@pytest.mark.parametrize("source", SOURCES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_everything_that_a_notebook_names_exists(source):
    assert called(source, "explore") <= {*explore.__all__, "camera"}  # which makes an explorer of a function
    assert called(source, "steps") <= set(steps.__all__)
    named = re.findall(r"""(?:answer|check|hint|target)\("(\d+\.\d+)\"""", source.read_text(encoding="utf-8"))
    assert set(named) <= set(EXERCISES)
    for number in re.findall(r"[Ee]xercises? (\d+\.\d+)", source.read_text(encoding="utf-8")):
        assert number in EXERCISES


@pytest.mark.parametrize("source", SOURCES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_every_link_leads_somewhere(source):
    folder = ROOT / ("work" if source.parent.name == "exercises" else "notebooks")
    for link in re.findall(r"\]\(([^)#]+)", source.read_text(encoding="utf-8")):
        if link.startswith("https://"):
            continue
        target = (folder / link).resolve()
        if target.parent == ROOT / "work":  # put there from here by course.py lab
            target = ROOT / "notebooks" / "exercises" / target.name
        assert target.exists(), link


@pytest.mark.parametrize("exercises", sorted((SOURCE / "exercises").glob("*.md")), ids=lambda p: p.stem)
def test_each_exercise_is_asked_once_under_its_number_with_a_way_to_a_hint(exercises):
    text = exercises.read_text(encoding="utf-8")
    checked, answered = asked(exercises, "check"), asked(exercises, "answer")
    assert sorted(checked + answered) == sorted({*checked, *answered})
    for id in checked + answered:
        assert re.search(rf"\n## {re.escape(id)} ★+ {{\w+}}\n", text)  # stars, and its topic in the syllabus
        section = text.split(f"\n## {id} ★")[1].split("\n## ")[0]
        assert f'answer("{id}")' in text or f'look("{id}"' in section or "show_image(" in section
        assert f'answer("{id}")' in text or f'hint("{id}")' in text


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda p: p.stem)
def test_lessons_keep_their_rhythm(lesson):
    """At most 60 words between two code cells of a topic, and at most three code cells in a row."""
    cells = jupytext.read(lesson).cells
    run = 0
    for number, cell in enumerate(cells):
        run = run + 1 if cell.cell_type == "code" else 0
        assert run <= 3 or cell.source.startswith("recall("), cell.source
        inside = 0 < number < len(cells) - 1 and cell.cell_type == "markdown"
        closing = inside and cells[number + 1].source.startswith("recall(")  # a topic's last words may be more
        if inside and not closing and cells[number - 1].cell_type == cells[number + 1].cell_type == "code":
            visible = re.sub(r"<details>.*?</details>", "", cell.source, flags=re.DOTALL)  # folded until it is opened
            words = [
                w for line in visible.splitlines() if not line.startswith(("#", "|", "*Read it:")) for w in line.split()
            ]
            assert len(words) <= 60, f"{len(words)} words: {cell.source}"


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda p: p.stem)
def test_a_lessons_code_is_short_and_plain(lesson):
    """At most 16 lines a cell, and nothing of Python that is not explained: defaults that bind, getattr, np.s_."""
    for cell in jupytext.read(lesson).cells:
        if cell.cell_type == "code":
            assert len(cell.source.splitlines()) <= 16, cell.source
            assert not re.search(r"lambda \w+=|\bgetattr\(|\bnp\.s_|\bfunctools\b|:=", cell.source), cell.source


NOTES = {
    "01_intro": {
        "np.flipud(": "flipud(wall)",
        "np.fliplr(": "fliplr(wall)",
        "matplotlib.imread": "plt.imread(",
        "gray_tools_image = rgb2gray(tools_image)": "gray_image = rgb2gray(coffee)",
        "thresh = threshold_otsu(gray_tools_image)": "thresh = threshold_otsu(gray_image)",
        "binary_image = gray_tools_image > thresh": "binary_image = gray_image > thresh",
        "show_image(binary_image, 'Binarized image')": 'show_image(binary_image, "Binarized image")',
    },
    "02_filters": {
        "from skimage.filters import sobel": "from course_lib.filters import sobel",
        "soaps_image_gray = color.rgb2gray(soaps_image)": "dice_image_gray = color.rgb2gray(dice_image)",
        "edge_sobel = sobel(soaps_image_gray)": "edge_sobel = sobel(dice_image_gray)",
        'show_image(edge_sobel, "Edges with Sobel")': '"Edges with Sobel": edge_sobel',
        "from skimage.filters import gaussian": "from course_lib.filters import gaussian",
        "gaussian_image = gaussian(building_image, multichannel=True)": (
            "gaussian_image = gaussian(building_image, channel_axis=-1)"
        ),
        "show_image(chest_xray_image, 'Original x-ray')": 'show_image(chest_xray_image, "Original x-ray")',
        "plt.title('Histogram of image')": 'plt.title("Histogram of image")',
        "plt.hist(chest_xray_image.ravel(), bins=256)": "plt.hist(chest_xray_image.ravel(), bins=256",
        "original_image = data.coffee()": "original_image = data.coffee()",
        "exposure.equalize_adapthist(original_image, clip_limit=0.03)": (
            "adapthist_eq_image = exposure.equalize_adapthist(original_image, clip_limit=0.03)"
        ),
        "from skimage.transform import rotate, rescale": "from course_lib.transform import rescale, rotate",
        "rotated_cat_image = rotate(image_cat, -90)": "rotated_cat_image = rotate(image_cat, -90)",
        "rescale(rotated_cat_image, 1/4, anti_aliasing=True, multichannel=True)": (
            "rescaled_with_aa = rescale(rotated_cat_image, 1 / 4, anti_aliasing=True, channel_axis=-1)"
        ),
        "rescale(rotated_cat_image, 1/4, anti_aliasing=False, multichannel=True)": (
            "rescaled_without_aa = rescale(rotated_cat_image, 1 / 4, anti_aliasing=False, channel_axis=-1)"
        ),
        "rocket_image = data.rocket()": "rocket_image = data.rocket()",
        "rescale(rocket_image, 3, anti_aliasing=True, multichannel=True)": (
            "enlarged_rocket_image = rescale(rocket_image, 3, anti_aliasing=True, channel_axis=-1)"
        ),
    },
    "03_restoration": {
        "from skimage.restoration import inpaint": "from course_lib.restoration import inpaint",
        "show_image(defect_image, 'Image to restore')": '"Image to restore": defect_image',
        "inpaint.inpaint_biharmonic(defect_image, mask, multichannel=True)": "restored_image = "
        "inpaint.inpaint_biharmonic(defect_image, mask, channel_axis=-1)",
        "mask = np.zeros(image_with_logo.shape[:-1])": "mask = np.zeros(image_with_logo.shape[:-1])",
        "mask[210:290, 360:425] = 1": "mask[30:90, 300:360] = 1",
        "inpaint.inpaint_biharmonic(image_with_logo, mask, multichannel=True)": "image_logo_removed = "
        "restoration.inpaint_biharmonic(image_with_logo, mask, channel_axis=-1)",
        "show_image(image_with_logo, 'Image with logo')": 'show_image(image_with_logo, "Image with logo")',
        "show_image(image_logo_removed, 'Image with logo removed')": '"Image with logo removed": image_logo_removed',
        "from skimage.util import random_noise": "from course_lib.util import random_noise",
        "noisy_image = random_noise(fruit_image)": "noisy_image = random_noise(fruit_image, rng=0)",
        "denoise_tv_chambolle(noisy_image, multichannel=True)": "denoised_image = "
        "denoise_tv_chambolle(noisy_image, channel_axis=-1)",
        "denoise_bilateral(landscape_image, multichannel=True)": "denoised_image = "
        "denoise_bilateral(landscape_image, channel_axis=-1)",
        "show_image(denoised_image, 'Denoised image')": '"Denoised image": denoised_image',
    },
    "04_segmentation": {
        "from skimage.segmentation import slic": "from course_lib.segmentation import slic",
        "from skimage.color import label2rgb": "from course_lib.color import label2rgb",
        "segments = slic(face_image, n_segments= 400)": "segments = slic(face_image, n_segments=400)",
        "segmented_image = label2rgb(segments, face_image, kind=‘avg’)": (
            'segmented_image = label2rgb(segments, face_image, kind="avg")'
        ),
        "show_image(segmented_image, “Segmented image, 400 superpixels”)": (
            'show_image(segmented_image, "Segmented image, 400 superpixels")'
        ),
        "Transform to 2D grayscale": "gray_image = rgb2gray(dice_image)",
        "Binarize the image": "binary = gray_image > thresh",
        "Find contours": "contours = find_contours(binary, 0.5)",
        "shape_contours = [cnt.shape[0] for cnt in contours]": "shape_contours = [cnt.shape[0] for cnt in contours]",
        "max_dots_shape = 50": "max_dots_shape = 50",
        "dots_contours = [cnt for cnt in contours if np.shape(cnt)[0] < max_dots_shape]": (
            "dots_contours = [cnt for cnt in contours if np.shape(cnt)[0] < max_dots_shape]"
        ),
        "show_image_contour(binary, contours)": "show_image_contour(binary, contours)",
        """print("Dice's dots number: {}. ".format(len(dots_contours)))""": (
            """print(f"Dice's dots number: {len(dots_contours)}. ")"""
        ),
    },
    "05_features": {
        "from skimage.feature import canny": "from course_lib.feature import canny",
        "grapefruit = color.rgb2gray(grapefruit)": "grapefruit = color.rgb2gray(grapefruit)",
        "canny_edges = canny(grapefruit)": "canny_edges = canny(grapefruit)",
        'show_image(canny_edges, "Edges with Canny")': 'show_image(canny_edges, "Edges with Canny")',
        "edges_1_8 = canny(grapefruit, sigma=1.8)": "edges_1_8 = canny(grapefruit, sigma=1.8)",
        "edges_2_2 = canny(grapefruit, sigma=2.2)": "edges_2_2 = canny(grapefruit, sigma=2.2)",
        'show_image(edges_1_8, "Sigma of 1.8")': '"Sigma of 1.8": edges_1_8',
        'show_image(edges_2_2, "Sigma of 2.2")': '"Sigma of 2.2": edges_2_2',
        "from skimage.feature import corner_harris, corner_peaks": (
            "from course_lib.feature import corner_harris, corner_peaks"
        ),
        "building_image_gray = color.rgb2gray(building_image)": "building_image_gray = color.rgb2gray(building_image)",
        "measure_image = corner_harris(building_image_gray)": "measure_image = corner_harris(building_image_gray)",
        "coords = corner_peaks(measure_image, min_distance=20, threshold_rel=0.02)": (
            "coords = corner_peaks(measure_image, min_distance=20, threshold_rel=0.02)"
        ),
        'show_image(building_image, "Original")': 'show_image(building_image, "Original")',
        "show_image_with_corners(building_image, coords)": "show_image_with_corners(building_image, coords)",
    },
    "05_faces": {
        "trained_file = data.lbp_frontal_face_cascade_filename()": "trained_file = "
        "data.lbp_frontal_face_cascade_filename()",
        "detector = Cascade(trained_file)": "detector = Cascade(trained_file)",
        "detector.detect_multi_scale(img = night_image, ... max_size=(200, 200))": "detected = "
        "detector.detect_multi_scale(\n    img=night_image, scale_factor=1.2, step_ratio=1, min_size=(10, 10), "
        "max_size=(200, 200)\n)",
        "show_detected_face(night_image, detected)": "show_detected_face(night_image, detected)",
        "detector.detect_multi_scale(img=friends_image, ... max_size=(200, 200))": "detected = "
        "detector.detect_multi_scale(\n    img=friends_image, scale_factor=1.2, step_ratio=1, min_size=(10, 10), "
        "max_size=(200, 200)\n)",
        "show_detected_face(friends_image, detected)": "show_detected_face(friends_image, detected)",
        "segments = slic(profile_image)": "segments = slic(profile_image)",
        "segmented_image = label2rgb(segments, profile_image, kind='avg')": "segmented_image = "
        'label2rgb(segments, profile_image, kind="avg")',
        "detector.detect_multi_scale(img=segmented_image, ... max_size=(1000, 1000))": "detected = "
        "detector.detect_multi_scale(\n    img=segmented_image, scale_factor=1.2, step_ratio=1, min_size=(10, 10), "
        "max_size=(1000, 1000)\n)",
        "show_detected_face(segmented_image, detected)": "show_detected_face(segmented_image, detected)",
        "detector.detect_multi_scale(img=group_image, ... max_size=(100, 100))": "detected = "
        "detector.detect_multi_scale(\n    img=group_image, scale_factor=1.2, step_ratio=1, min_size=(10, 10), "
        "max_size=(100, 100)\n)",
        "face = getFaceRectangle(d)": "face = get_face_rectangle(group_image, d)",
        "blurred_face = gaussian(face, multichannel=True, sigma = 8)": "blurred_face = "
        "gaussian(face, channel_axis=-1, sigma=8)",
        "resulting_image = mergeBlurryFace(group_image, blurred_face)": "resulting_image = "
        "merge_blurry_face(group_image, blurred_face, d)",
        'show_image(resulting_image, "Blurred faces")': 'show_image(resulting_image, "Blurred faces")',
        "from skimage.restoration import denoise_tv_chambolle, inpaint": "from course_lib.restoration import "
        "denoise_tv_chambolle, inpaint",
        "upright_img = rotate(damaged_image, 20)": "upright_img = rotate(damaged_image, 20)",
        "denoise_tv_chambolle(upright_img,weight=0.1, multichannel=True)": "upright_img_without_noise = "
        "denoise_tv_chambolle(upright_img, weight=0.1, channel_axis=-1)",
        "mask = get_mask(upright_img)": 'mask = data.load("damaged_mask")',
        "inpaint.inpaint_biharmonic(upright_img_without_noise, mask, multichannel=True)": "result = "
        "inpaint.inpaint_biharmonic(upright_img_without_noise, mask, channel_axis=-1)",
    },
}


@pytest.mark.parametrize("chapter", NOTES)
def test_every_snippet_of_the_notes_is_run_in_its_lesson(chapter):
    lesson = code_of(SOURCE / f"{chapter}.md")
    for original, ours in NOTES[chapter].items():
        assert ours in lesson, original


PLAIN = {  # what chapters 3 and 4 of the Python tutorial show: names, sums, calls, lists, loops, functions, imports
    *("Module Expr Assign Name Load Store Constant Attribute Call keyword Subscript Slice List Tuple").split(),  # noqa: SIM905
    *("BinOp Add Sub Mult Div FloorDiv Mod Pow UnaryOp USub Not Compare In Eq NotEq Lt LtE Gt GtE").split(),  # noqa: SIM905
    *("If For While FunctionDef arguments arg Return Import ImportFrom alias ExceptHandler comprehension").split(),  # noqa: SIM905
    *("FormattedValue Delete Del BitAnd BitOr Invert MatMult").split(),  # noqa: SIM905 (explained)
}


def forms_in(source):
    """Return the kinds of Python that a source's cells use, and the calls that loops are made with."""
    nodes = list(ast.walk(ast.parse(code_of(source))))
    called = {getattr(n.func, "id", getattr(n.func, "attr", "")) for n in nodes if isinstance(n, ast.Call)}
    return {type(n).__name__ for n in nodes} | called & {"enumerate", "zip", "sorted", "items", "values", "join"}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda p: p.stem)
def test_the_warm_up_shows_the_python_that_a_lesson_uses(lesson):
    assert forms_in(lesson) - PLAIN <= forms_in(SOURCE / "warmup_numpy.md")
