"""A class hands in: each gets what the answers in the notebooks deserve, and nobody meets another's notebook."""

import csv
import json
import os
import re
import shutil
import sys
import zipfile

import nbformat
import pytest

from tools import collect
from tools.collecting import exercises, fitness, sandbox, session, whole
from tools.setup.places import ROOT

NOTEBOOKS = ROOT / "notebooks"
IMPORTS = "import numpy as np\nfrom course_lib.check import check"
FLIP = "def upside_down(image):\n    return image[::-1]"
CHECK = 'check("1.2", upside_down)'
IDS = [f"1.{number}" for number in range(1, 16)]
HALF = IDS[:8]

HOSTILE = """\
import os, pathlib, shutil, socket
import course_lib
reached = []
for where in ({others!r}, {judges!r}, {picture!r}, {solution!r}, os.path.dirname(course_lib.__file__)):
    for attempt in (
        lambda: pathlib.Path(where).read_bytes() if os.path.isfile(where) else os.listdir(where)[0],
        lambda: os.remove(where) if os.path.isfile(where) else shutil.rmtree(where),
        lambda: pathlib.Path(where, "mine").write_text("x"),
    ):
        try:
            attempt()
            reached.append(where)
        except OSError:
            pass
"""
CHEATS = {
    "keep": "from course_lib.check import EXERCISES, store\nfor e in EXERCISES: store.keep(e)",
    "patched": "from course_lib import check as c\nfrom course_lib.check import engine\n"
    "engine.verdict = lambda id, answer: engine.Verdict(id, 'right', '')",
    "runs": "import glob\nfor name in glob.glob('/**/solutions/*.ipynb', recursive=True) + [{solution!r}]:\n"
    "    import nbformat\n    for cell in nbformat.read(name, 4).cells:\n"
    "        get_ipython().run_cell(cell.source)",
}


def chapter(solved=(), first=(), last=(), change=lambda cells: cells):
    """Return the first chapter's exercises as a learner hands them in: some solved, cells before and after."""
    empty, full = (nbformat.read(NOTEBOOKS / kind / "01_intro.ipynb", 4) for kind in ("exercises", "solutions"))
    made, id = [], None
    for blank, done in zip(empty.cells, full.cells, strict=True):
        found = re.match(r"## (\d+\.\d+)", blank.source)
        id = found[1] if found else id
        made.append(done if id in solved else blank)
    code = nbformat.v4.new_code_cell
    empty.cells = [*map(code, first), *change(made), *map(code, last)]
    return empty


def without_checks(cells):
    return [cell for cell in cells if "check(" not in cell.source or "import" in cell.source]


def hand_in(path, *cells):
    """Write a notebook of some cells, or the one that is given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(cells[0], str):
        cells = [nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])]
    nbformat.write(cells[0], path)


def the_class(folder):
    """Write what a class has handed in."""
    victim = folder / "anna" / "01_intro.ipynb"
    where = {"others": str(victim), "judges": str(ROOT / "course_lib" / "check" / "chapter1")}
    where |= {"picture": str(ROOT / "data" / "dice.jpg"), "solution": str(NOTEBOOKS / "solutions" / "01_intro.ipynb")}
    hand_in(victim, chapter(IDS))
    hand_in(folder / "ben" / "deep" / "er" / "01_intro.ipynb", chapter(HALF))
    hand_in(folder / "ben" / ".ipynb_checkpoints" / "01_intro-checkpoint.ipynb", chapter(IDS))
    hand_in(folder / "Chloé Ünal_123_assignsubmission_file_" / "01_intro.ipynb", chapter())
    hand_in(folder / "dora" / "01_intro.ipynb", chapter(IDS, change=without_checks))
    hand_in(folder / "emil" / "my answers.ipynb", chapter(IDS, ["check = lambda *given: print('right')"]))
    hand_in(folder / "hostile" / "01_intro.ipynb", chapter(HALF, [HOSTILE.format(**where)]))
    for name, source in CHEATS.items():
        hand_in(folder / f"cheat {name}" / "01_intro.ipynb", chapter((), [source.format(**where)]))
    foreign = chapter(HALF)  # VS Code: another kernel's name, no ids of cells, no markdown
    foreign.metadata.kernelspec = {"display_name": ".venv (3.12)", "language": "python", "name": "elsewhere"}
    foreign.nbformat_minor = 2
    foreign.cells = [cell for cell in foreign.cells if cell.cell_type == "code"]
    text = json.dumps({**foreign, "cells": [{k: v for k, v in cell.items() if k != "id"} for cell in foreign.cells]})
    (folder / "frida").mkdir()
    (folder / "frida" / "01_intro.ipynb").write_text(text)
    with zipfile.ZipFile(folder / "muelleranna_LATE_77_88_work.zip", "w") as archive:
        archive.writestr("work/01_intro.ipynb", nbformat.writes(chapter(HALF)))
    (folder / "gus").mkdir()
    (folder / "gus" / "damaged.ipynb").write_text('{"cells": [')
    (folder / "gus" / "exercise.py").write_text(f"# %%\n{IMPORTS}\n\n# %% [markdown]\n# ## 1.2\n\n# %%\n{FLIP}\n")
    (folder / "nobody").mkdir()
    hand_in(folder / "stubs" / "01_intro.ipynb", chapter((), ["check = lambda *given: print('✓ right')"]))
    small(folder)
    found_otherwise(folder)


def small(folder):
    """Write notebooks of a few cells, each with one thing that goes wrong in it."""
    loop = "import time\nwhile True: time.sleep(0.05)"
    stubborn = "while True:\n    try:\n        while True: time.sleep(0.05)\n    except BaseException: pass"
    hand_in(folder / "loops" / "1.ipynb", IMPORTS, loop, FLIP, CHECK, stubborn, 'check("1.1", None)')
    ends = "quit()", "import sys; sys.exit()", "while_printing = [print('x' * 1000) for _ in range(20_000)]"
    syntax, memory = "def broken(:", "much = np.ones(2**29)"
    hand_in(folder / "bad cells" / "1.ipynb", IMPORTS, *ends, syntax, memory, FLIP, "import os; os._exit(1)", CHECK)
    moved = ["%matplotlib inline\n!pip install numpy\nimport numpy as np", "%%time\n" + FLIP, "upside_down = 3"]
    hand_in(folder / "colab" / "1.ipynb", *moved[:1], IMPORTS, moved[1], CHECK, moved[2])
    hand_in(
        folder / "lost" / "1.ipynb",
        FLIP,
        CHECK,
        "def cut(image, x, y, width, height):\n    return np.array(image)",
        "# 1.3",
    )
    slow = "def upside_down(image):\n    while True: pass"
    dies = "import os\ndef cut(image, x, y, width, height):\n    os._exit(1)"
    says = "def only_red(image):\n    return image.rows"
    picture = "import pathlib\nsize_of_coffee = (400, 600, len(pathlib.Path('mine.txt').read_text()))"
    hand_in(folder / "calls" / "1.ipynb", IMPORTS, slow, dies, says, picture, '# check("1.1", x)')
    (folder / "calls" / "mine.txt").write_text("x" * 720_000)


def found_otherwise(folder):
    """Write notebooks that are right, and lie or are written in a way of their own; and some that are none."""
    cut = "def cut(image, x, y, width, height):\n    return image[y : y + height, x : x + width]"
    hand_in(folder / "renamed" / "Untitled7.ipynb", IMPORTS, FLIP)
    hand_in(folder / "torch" / "1.ipynb", "import torch_of_another", IMPORTS, FLIP, CHECK)
    hand_in(folder / "both" / "solutions" / "01_intro.ipynb", chapter(IDS))
    hand_in(folder / "both" / "mine.ipynb", IMPORTS, FLIP, CHECK)
    hand_in(folder / "twice" / "1.ipynb", IMPORTS, FLIP, CHECK, cut.replace("y +", "x +"))
    hand_in(folder / "twice" / "1 (2).ipynb", IMPORTS, FLIP.replace("::-1", ":"), CHECK, cut)
    hand_in(folder / "maierben_11_21_a.ipynb", IMPORTS, FLIP, CHECK)
    hand_in(folder / "maierben_11_22_b.ipynb", IMPORTS, cut, 'check("1.3", cut)')
    group = f"{IMPORTS}, variant\n\nvariant(2)"
    for name, size in {"group two": "(427, 640, 819_840)", "group cheat": "(400, 600, 720_000)"}.items():
        cells = group, f"size_of_rocket = {size}", 'check("1.1", size_of_rocket)'
        hand_in(folder / name / "1.ipynb", *cells)
    hand_in(folder / "no exercise" / "1.ipynb", "a = 1")
    (folder / "hanna.py").write_text(f"# %%\n{IMPORTS}\n\n# %%\n{FLIP}\n\n# %%\n{CHECK}\n")
    for name, content in {
        "void": b"",
        "wide": (folder / "renamed" / "Untitled7.ipynb").read_text().encode("utf-16"),
    }.items():
        (folder / name).mkdir()
        (folder / name / "1.ipynb").write_bytes(content)
    old = {"nbformat": 4, "nbformat_minor": 0, "metadata": {"colab": {"provenance": []}}}
    cells = [
        {"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": [], "source": [one]}
        for one in (IMPORTS, FLIP, CHECK)
    ]
    (folder / "old colab").mkdir()
    (folder / "old colab" / "Copy of 1.ipynb").write_text(json.dumps(old | {"cells": cells}))


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """What comes of the class: {learner: {exercise: state}}, and what there was to read."""
    folder = tmp_path_factory.mktemp("class")
    the_class(folder / "in")
    (folder / "roster.csv").write_text("Surname;First name;ID number\nÜnal;Chloé;123\nMüller;Anna;\nZorn;Zoe;9\n")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.MonkeyPatch.context() as patch:
        for name, seconds in {"CELL": 12, "CALL": 12, "MORE": 3}.items():
            patch.setattr(session, name, seconds)
        patch.setattr(whole, "KEPT", folder / "kept")
        words = [folder / "in", "--csv", folder / "t.csv", "--feedback", folder / "pages", "--trust"]
        code = collect.main([*map(str, words), "--roster", str(folder / "roster.csv")])
    rows = {row["Learner"]: row for row in read(folder / "t.csv")}
    assert {path: path.read_bytes() for path in before} == before
    return folder, code, rows


def read(file):
    """Return the rows of a spreadsheet's file as dicts."""
    return list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))


def states(row):
    return {id: row[f"State {id}"] for id in exercises.IDS if row[f"State {id}"]}


@pytest.mark.parametrize(
    ("learner", "right"),
    {
        "anna": IDS,
        "ben": HALF,
        "Chloé Ünal": [],
        "dora": IDS,
        "emil": IDS,
        "frida": HALF,
        "Müller Anna": HALF,
        "gus": ["1.2"],
        "hostile": HALF,
        "cheat keep": [],
        "cheat patched": [],
        "cheat runs": [],
        "loops": ["1.2"],
        "bad cells": ["1.2"],
        "colab": ["1.2"],
        "lost": ["1.2"],
        "calls": ["1.1"],
        "nobody": [],
        "Zorn Zoe": [],
        "stubs": [],
        "renamed": ["1.2"],
        "torch": ["1.2"],
        "both": ["1.2"],
        "twice": ["1.2", "1.3"],
        "maierben": ["1.2", "1.3"],
        "group two": ["1.1"],
        "group cheat": [],
        "no exercise": [],
        "hanna": ["1.2"],
        "void": [],
        "wide": ["1.2"],
        "old colab": ["1.2"],
    }.items(),
)
def test_everybody_gets_what_their_answers_deserve(collected, learner, right):
    row = next(row for name, row in collected[2].items() if sorted(name.split()) == sorted(learner.split()))
    assert [id for id, state in states(row).items() if state == "right"] == right, row["Notes"]
    assert int(row["Points"]) == sum(exercises.points()[id] for id in right)
    assert int(row["Chapter 1"]) == int(row["Points"])


def test_they_are_thirty(collected):
    assert len(collected[2]) >= 30


def test_what_was_not_touched_is_not_written_and_what_failed_says_why(collected):
    folder, code, rows = collected
    assert code == 1
    assert set(states(rows["Chloé Ünal"]).values()) == {"not written"}
    assert states(rows["lost"])["1.3"] == "not reached"
    assert states(rows["calls"]) | {"1.1": ""} == {"1.1": "", "1.2": "error", "1.3": "error", "1.5": "wrong"}
    page = (folder / "pages" / "calls.html").read_text(encoding="utf-8")
    assert "ran longer than 12 s" in page
    assert "stopped in line 2, <code>return image.rows</code>," in page
    assert "<code>np</code> is not there" in (folder / "pages" / "lost.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("learner", "words"),
    {
        "loops": ["code cell 2 (import time) ran longer than 12 s", "code cell 5 (while True:)", "would not end"],
        "bad cells": ["code cell 8 (import os; os._exit(1)) ended Python"],
        "gus": ["damaged.ipynb cannot be read"],
        "nobody": ["nothing was handed in"],
        "Zoe Zorn": ["nothing was handed in"],
        "lost": ["NameError: name 'check' is not defined"],
        "anna": ["is not on the roster"],
        "torch": ["ModuleNotFoundError"],
        "both": ["solutions was handed in too"],
        "group two": ["has the numbers of group 2"],
        "no exercise": ["no notebook of exercises"],
        "void": ["is empty"],
        "wide": ["UTF-16"],
    }.items(),
)
def test_the_teacher_is_told(collected, learner, words):
    notes = collected[2][learner]["Notes"]
    assert all(word in notes for word in words), notes


def test_hostile_notebooks_reach_nothing(collected):
    names = {path.name for path in (collected[0] / "in" / "anna").iterdir()}
    assert names == {"01_intro.ipynb"}
    assert (ROOT / "data" / "dice.jpg").is_file()
    assert (ROOT / "course_lib" / "check" / "chapter1" / "e02_upside_down.py").is_file()


def test_a_head_is_read_as_text_and_a_file_begins_so_that_excel_reads_it(collected):
    file = collected[0] / "t.csv"
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "Exercise 1.10" in read(file)[0]


# --- the machine --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stage")
    collect.stage.build(folder)
    return folder


def test_each_isolation_that_this_machine_has_holds(stage):
    for way in sandbox.ways(str(stage)):
        fault = sandbox.leak(way)
        assert fault == "" or "does not work here" in fault, f"{way.name}: {fault}"


DOCKER = """\
#!{python}
import os, sys
words = sys.argv[1:]
with open({log!r}, "a") as log:
    print(*words, file=log)
if words[0] == "run":
    pairs = dict(one.split("=", 1) for word, one in zip(words, words[1:]) if word == "--env")
    inside = words[words.index("image-course-collect") + 2 :]
    os.execve({python!r}, [{python!r}, *inside], {{**pairs, "PYTHONPATH": pairs["PYTHONPATH"] + ":" + {packages!r}}})
"""


@pytest.mark.skipif(os.name == "nt", reason="a program that stands for Docker is a script of Unix here")
def test_a_container_gets_the_notebook_and_is_ended(stage, tmp_path, monkeypatch):
    log = tmp_path / "log"
    where = {"python": sys.executable, "log": str(log), "packages": os.pathsep.join(sandbox.packages())}
    program = tmp_path / "docker"
    program.write_text(DOCKER.format(**where))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    stage = shutil.copytree(stage, tmp_path / "stage")
    way = next(way for way in sandbox.ways(str(stage)) if isinstance(way, sandbox.Container))
    with session.Session(way) as running:
        running.run([{"source": "a = 2 + 3", "names": []}], [["x", "a"]])
        assert running.value(0) == 5
    inspect, run, kill = log.read_text().splitlines()
    assert inspect == "image inspect image-course-collect"
    assert "--network none --read-only --cap-drop ALL" in run
    assert f"--volume {stage}:{stage}:ro" in run
    assert kill == f"kill image-course-{running.scratch.name.rpartition(os.sep)[2]}"
    assert "a notebook reads a file of yours" in sandbox.leak(way)  # this one isolates nothing, and is not believed


def test_a_plain_process_is_seen_to_be_none(stage, tmp_path):
    shutil.copytree(stage, tmp_path / "stage")
    fault = sandbox.leak(sandbox.Sandbox("plain", "", str(tmp_path / "stage")))
    assert "reads a file of yours and writes into your folders and sees the course's judges" in fault
    assert "reaches the network" in fault


def test_no_judge_and_no_solution_is_on_the_stage(stage):
    text = "\n".join(path.read_text(encoding="utf-8") for path in stage.rglob("*.py"))
    assert "ex.right" not in text
    assert "def restore(image):\n    mask" not in text
    assert (stage / "course_lib" / "check" / "chapter5" / "wall.py").is_file()


def test_without_isolation_nothing_is_run_unless_the_teacher_trusts(tmp_path, monkeypatch, capsys):
    hand_in(tmp_path / "a.ipynb", IMPORTS, FLIP, CHECK)
    monkeypatch.setattr(sandbox, "ways", lambda stage: [])
    assert collect.main([str(tmp_path)]) == 2
    assert "--trust" in capsys.readouterr().err


def test_a_course_that_does_not_work_is_nobodys_fault(tmp_path, monkeypatch, capsys):
    hand_in(tmp_path / "a.ipynb", IMPORTS, FLIP, CHECK)
    monkeypatch.setattr(sandbox, "best", lambda stage, trust: (sandbox.Sandbox("none", "", stage), ""))
    build = collect.stage.build

    def damaged(folder):
        build(folder)
        (folder / "course_lib" / "show.py").write_text("raise ImportError('scipy is damaged')")
        shutil.rmtree(folder / "course_lib" / "__pycache__")

    monkeypatch.setattr(collect.stage, "build", damaged)
    assert collect.main([str(tmp_path), "--csv", str(tmp_path / "t.csv")]) == 2
    assert "scipy is damaged" in capsys.readouterr().err
    assert not (tmp_path / "t.csv").exists()


# --- stopped, and taken up ----------------------------------------------------------------------------------


@pytest.fixture
def quick(monkeypatch, tmp_path):
    """Learners are judged at once; the list of those who were."""
    ran = []

    def judged(way, pairs, notes):
        ran.append(pairs[0][0].name)
        if ran == ["a.ipynb", "b.ipynb"]:
            raise KeyboardInterrupt
        return collect.learner.Row({"1.2": collect.learner.Found("right", "yes")}, []), True

    class Fit(fitness.Fitness):
        def try_out(self):
            self.look()

    monkeypatch.setattr(whole, "judged", judged)
    monkeypatch.setattr(whole, "Fitness", Fit)
    monkeypatch.setattr(whole, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(sandbox, "best", lambda stage, trust: (sandbox.Sandbox("none", "", stage), ""))
    for name in "abc":
        hand_in(tmp_path / "class" / f"{name}.ipynb", CHECK, f"# {name}")
    return ran


def test_a_run_that_is_stopped_keeps_what_it_has_and_is_taken_up(quick, tmp_path):
    with pytest.raises(KeyboardInterrupt):
        collect.main([str(tmp_path / "class"), "--csv", str(tmp_path / "1.csv")])
    assert [row["Learner"] for row in read(tmp_path / "1.csv")] == ["a"]
    assert collect.main([str(tmp_path / "class"), "--csv", str(tmp_path / "2.csv")]) == 0
    assert [row["Learner"] for row in read(tmp_path / "2.csv")] == ["a", "b", "c"]
    hand_in(tmp_path / "class" / "a.ipynb", CHECK, "# another")
    assert collect.main([str(tmp_path / "class")]) == 0
    assert [name[0] for name in quick] == ["a", "b", "b", "c", "a"]


def test_damage_to_the_course_stops_and_nobody_is_judged_with_it(quick, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(fitness, "ROOT", tmp_path)
    for name in fitness.LIBRARY:
        (tmp_path / name).mkdir()
    victim = tmp_path / "data" / "dice.jpg"
    victim.touch()
    judged = whole.judged
    quick.append("begun")

    def damaging(way, pairs, notes):
        if pairs[0][0].name == "b.ipynb":
            victim.unlink()
        return judged(way, pairs, notes)

    monkeypatch.setattr(whole, "judged", damaging)
    assert collect.main([str(tmp_path / "class"), "--csv", str(tmp_path / "t.csv")]) == 2
    rows = read(tmp_path / "t.csv")
    assert [(row["Learner"], row["Solved"]) for row in rows] == [("a", "1"), ("b", "not judged")]
    assert "data/dice.jpg" in rows[1]["Notes"]
    assert "Stopped after 2 of 3 learners" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[""], ["nowhere"], ["", "--feedback", "in"]])
def test_what_cannot_be_done_is_told(tmp_path, words, capsys):
    with pytest.raises(SystemExit):
        collect.main([str(tmp_path / words[0]), *words[1:-1], *[str(tmp_path / w) for w in words[2:]]])
    assert str(tmp_path) in capsys.readouterr().err


def test_a_file_that_is_there_stays(tmp_path, capsys):
    hand_in(tmp_path / "a.ipynb", CHECK)
    (tmp_path / "t.csv").write_text("mine")
    with pytest.raises(SystemExit):
        collect.main([str(tmp_path), "--csv", str(tmp_path / "t.csv")])
    assert "exists" in capsys.readouterr().err
