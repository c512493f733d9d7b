"""The site: what becomes of a notebook, a link, a docstring and Pyodide's lock. tests/browser/test_site.py makes it."""

import ast
import json
import re
import subprocess
import sys
import zipfile

import nbformat
import pytest

from tools.setup.places import ROOT
from tools.setup.stops import Stop
from tools.site import api, build, lite, lock, notebooks, places, wheels

from .test_layers import FLOOR

HERE = "notebooks/01_intro.ipynb"
PAGES = {HERE, "notebooks/exercises/01_intro.ipynb", "notebooks/solutions/01_intro.ipynb", "docs/guide.md"}
GITHUB = "https://github.com/somebody/course"


@pytest.mark.parametrize(
    ("link", "page", "leads"),
    [
        ("../work/01_intro.ipynb", HERE, "exercises/01_intro.ipynb"),
        ("../notebooks/01_intro.ipynb#A-b?", "notebooks/exercises/01_intro.ipynb", "../01_intro.ipynb#A-b?"),
        ("../notebooks/01_intro.ipynb", "docs/guide.md", "notebooks/01_intro.ipynb"),
        ("guide.md", "docs/other.md", "guide.md"),
        ("../data/SOURCES.toml", HERE, f"{GITHUB}/blob/main/data/SOURCES.toml"),
        ("https://docs.python.org/3/", HERE, "https://docs.python.org/3/"),
        ("#below", HERE, "#below"),
    ],
)
def test_links_lead_to_pages(link, page, leads):
    assert places.placed(f"see [it]({link}).", page, PAGES, GITHUB) == f"see [it]({leads})."


def test_a_link_to_what_is_not_there_is_text():
    assert places.placed("see [`a[0]`](../x.py).", HERE, PAGES) == "see `a[0]`."


def test_every_page_says_where_it_runs():
    line = notebooks.ways_to_run("notebooks/exercises/01_intro.ipynb", GITHUB)
    assert 'href="../../lite/lab/index.html?path=work/01_intro.ipynb"' in line
    assert "mybinder.org/v2/gh/somebody/course/" in line
    assert "colab.research.google.com/github/somebody/course/" in line
    assert "https:" not in notebooks.ways_to_run(HERE)
    assert notebooks.ways_to_run(HERE, lab=False) == ""


def output(**data):
    return nbformat.v4.new_output("display_data", {kind.replace("_", "/"): text for kind, text in data.items()})


def one_page(path=HERE, *outputs, source="show(1)", **metadata):
    cells = [nbformat.v4.new_markdown_cell("# Exercises for chapter 1\n\nText."), nbformat.v4.new_code_cell(source)]
    cells[1].outputs, cells[1].metadata = list(outputs), nbformat.from_dict(metadata)
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebooks.as_page(notebook, path, PAGES)
    return notebook.cells


def test_an_answer_is_folded():
    answer = output(text_plain="6")
    hidden = one_page(HERE, output(), answer, jupyter={"outputs_hidden": True})[1]
    assert hidden.metadata.tags == [notebooks.ANSWER]
    assert hidden.outputs == [answer]
    assert "tags" not in one_page(HERE, answer)[1].metadata


def test_an_explorer_is_its_still_picture():
    parts = [
        output(text_html='<div class="course-one-of-two"></div><style></style>', text_plain=""),
        output(image_jpeg="", text_plain="a still picture"),
        output(text_plain="explorer threshold: image > 128"),
    ]
    cell = one_page(HERE, *parts)[1]
    assert cell.outputs == parts[1:]
    assert cell.metadata.mystnb.image.alt == "A still picture of the explorer threshold: image > 128"


@pytest.mark.parametrize(
    ("text", "alt"),
    [
        ("coffee, 4 by 6 pixels", "coffee, 4 by 6 pixels"),
        ("<Figure size 450x335 with 1 Axes>", "What this cell draws: show(2)"),
    ],
)
def test_a_figure_is_described(text, alt):
    cell = one_page(HERE, output(image_png="", text_plain=text), source="x = 1\nshow(2)")[1]
    assert cell.metadata.mystnb.image.alt == alt


def test_solutions_are_called_so():
    assert one_page("notebooks/solutions/01_intro.ipynb")[0].source.startswith("# Solutions for chapter 1\n\n<p")
    assert one_page("notebooks/exercises/01_intro.ipynb")[0].source.startswith("# Exercises for chapter 1\n\n<p")


def test_every_notebook_is_a_page(tmp_path):
    build.write_pages(tmp_path)
    written = {path.relative_to(tmp_path / "notebooks") for path in tmp_path.rglob("*.ipynb")}
    source = ROOT / "notebooks"
    assert written == {p.relative_to(source) for p in source.rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts}
    titles = [nbformat.read(path, 4).cells[0].source.splitlines()[0] for path in tmp_path.rglob("*.ipynb")]
    assert len(set(titles)) == len(titles)
    assert {path.stem for path in (tmp_path / "api").glob("*.md")} == {*api.ROOMS, "index"}
    assert (tmp_path / "index.md").is_file()


def test_pages_that_somebody_adds_are_listed():
    docs = dict.fromkeys(["docs/index.md", "docs/lessons.md", "docs/guide.md", "docs/licences.md"])
    assert build.listed("lessons\n{others}", docs) == "lessons\nlicences"
    assert build.listed("{teachers}", docs) == "guide"
    assert all((ROOT / page).is_file() for page in build.OURS)


def test_every_room_has_its_page():
    assert set(api.ROOMS) == {room for room, floor in FLOOR.items() if floor} - {"__main__"}
    page = api.pages()["api/filters.md"]
    for name in ("sobel", "gaussian", "threshold_otsu"):
        assert f".. autofunction:: {name}\n" in page


def test_formulas_become_mathml():
    convert = pytest.importorskip("latex2mathml.converter", reason="requirements/site.txt is not installed").convert
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "notebooks" / "source").rglob("*.md")]
    prose = re.sub(r"(?s)```.*?```|`[^`\n]*`", "", "\n".join(texts))
    formulas = [formula.strip("$") for formula in re.findall(r"\$\$.+?\$\$|\$[^$\n]+\$", prose)]
    assert len(formulas) > 30
    for formula in formulas:
        made = convert(formula)
        assert made.startswith("<math")
        assert "\\" not in made, formula


# --- the lab in the browser -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pyodide():
    return json.loads((ROOT / "requirements" / "pyodide-lock.json").read_text(encoding="utf-8"))


def test_an_installed_package_becomes_a_pure_wheel(tmp_path):
    wheel = wheels.installed("psygnal", tmp_path)
    assert wheel.name.endswith("-py3-none-any.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "psygnal/__init__.py" in names
    assert not [name for name in names if name.endswith((".so", ".pyd", ".pyc")) or ".." in name]
    assert lock.modules(wheel) == ["psygnal"]
    (tmp_path / "again").mkdir()
    assert wheels.installed("psygnal", tmp_path / "again").read_bytes() == wheel.read_bytes()


def test_the_lock_knows_the_course_and_all_that_it_needs(pyodide, tmp_path):
    made = {name: tmp_path / f"{name.replace('-', '_')}-1.0-py3-none-any.whl" for name in lock.DEPENDS}
    for name, path in made.items():
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(f"{name.replace('-', '_')}/__init__.py", "")
    whole = lock.patched(pyodide, made, lock.CDN)
    assert whole["packages"]["numpy"]["file_name"].startswith(lock.CDN + "numpy-2.")
    assert whole["packages"]["comm"]["file_name"] == "comm-1.0-py3-none-any.whl"
    assert whole["packages"]["comm"]["imports"] == ["comm"]
    assert pyodide["packages"]["numpy"]["file_name"].startswith("numpy-")  # it is not changed
    known = {name.lower() for name in whole["packages"]}
    wanted = lock.needed(whole, [lock.COURSE, *lock.KERNEL])
    assert {"scikit-image", "pywavelets", "lazy-loader", "prompt-toolkit", "comm"} <= wanted
    assert wanted <= known
    assert lock.reduced(whole, wanted)["packages"].keys() == wanted


def test_the_lock_is_of_the_version_that_is_named(pyodide):
    packages = pyodide["packages"]
    assert packages["scikit-image"]["version"].startswith("0.26.")
    assert lock.DEPENDS.keys().isdisjoint(packages), "Pyodide has it: take it from there"


def test_the_lab_is_laid_out_as_the_project(tmp_path):
    lite.fill(tmp_path)
    assert (tmp_path / "work" / "01_intro.ipynb").is_file()
    assert (tmp_path / "notebooks" / "solutions" / "01_intro.ipynb").is_file()
    assert (tmp_path / "course.py").is_file()  # by which course_lib finds work/
    assert "@jupyterlab/notebook-extension:tracker" in lite.SETTINGS.read_text(encoding="utf-8")


ELSEWHERE = {"fcntl", "msvcrt", "multiprocessing", "socket", "ssl", "subprocess", "_thread"}  # not in a browser


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0]


def test_the_library_asks_for_nothing_that_a_browser_has_not():
    found = {path: ELSEWHERE.intersection(imported(path)) for path in (ROOT / "course_lib").rglob("*.py")}
    assert {path: names for path, names in found.items() if names} == {}
    threads = [p.name for p in found if "ThreadPoolExecutor" in p.read_text(encoding="utf-8")]
    assert threads == ["threads.py"]  # which does without where none can be started


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell how much memory was taken")
def test_a_notebook_runs_without_threads_and_processes():
    command = [sys.executable, "-m", "tools.site.rehearse", "--one", "notebooks/warmup_numpy.ipynb"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=300)
    assert " 0 failed" in run.stdout, run.stdout + run.stderr


# --- the verb -----------------------------------------------------------------------------------------


def test_another_folder_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(Stop, match="something else"):
        build.read(["--to", str(tmp_path)])


def test_a_folder_without_pyodide_is_told(tmp_path):
    with pytest.raises(Stop, match=r"no pyodide\.mjs"):
        build.read(["--pyodide", str(tmp_path)])
