"""The judge outside: answers of every kind go over the pipe, and none that is odd or hostile is taken for right."""

import io
import json
import struct

import numpy as np
import pytest

from course_lib import segmentation
from course_lib.check import EXERCISES, verdict
from tools.collecting import exercises, judging, notebook, sandbox, session, stage, standin
from tools.collecting.inside import serving, wire

IMPORTS = "import os, sys, time\nimport numpy as np"


@pytest.fixture(scope="module")
def way(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stage")
    stage.build(folder)
    return sandbox.best(str(folder), trust=True)[0]


def found(way, *cells, chapter=1):
    """Return {exercise: what was found} and the notes."""
    outcome = judging.judged(way, notebook.Notebook("a.ipynb", [IMPORTS, *cells], chapters=[chapter]))
    return outcome.found, outcome.notes


# --- what goes over the pipe ----------------------------------------------------------------------------------


def there(*values):
    file = io.BytesIO()
    wire.send(file, {}, values)
    file.seek(0)
    return wire.receive(file)[1]


PLAIN = [None, True, 3, -(10**30), 2.5, float("inf"), "ü", 1 + 2j, ..., range(3, 9, 2), frozenset({1})]


@pytest.mark.parametrize("value", [*PLAIN, [1, (2.0, "x")], {1: {2}, "a": [None]}, {(1, 2): 3}], ids=repr)
def test_plain_values_arrive_as_they_were(value):
    (came,) = there(value)
    assert came == value
    assert type(came) is type(value)


@pytest.mark.parametrize("kind", ["bool", "uint8", "int64", "float32", "float64", "complex128", "U3", ">i2"])
@pytest.mark.parametrize("shape", [(), (0, 3), (5, 7), (2, 3, 4)])
def test_arrays_arrive_as_they_were(kind, shape):
    array = np.arange(np.prod(shape, dtype=int)).reshape(shape).astype(kind)
    for one in (array, np.asfortranarray(array), array[..., ::-1] if shape else array, array[()]):
        (came,) = there(one)
        assert type(came) is type(one)
        assert np.asarray(came).dtype == np.asarray(one).dtype
        np.testing.assert_array_equal(came, one)


def test_generators_of_random_numbers_go_on_where_they_were():
    rng = np.random.default_rng(5)
    rng.normal(size=3)
    (came,) = there(rng)
    assert came.random() == rng.random()


def test_what_is_too_much_is_told_by_its_kind_alone():
    deep = []
    for _ in range(40):
        deep = [deep]
    came = there(deep, list(range(300_000)), "x" * 10**6, 10**400, np.zeros((1, 5), object), np.zeros(10**8, np.uint8))
    assert [type(one).__name__ for one in came] == ["list", "list", "str", "int", "ndarray", "ndarray"]
    assert not any(isinstance(one, list | str | int) for one in came[:4])
    assert came[4].dtype == object
    assert came[5].shape == (10**8,)


@pytest.mark.parametrize(
    "head",
    [
        b"no json",
        b"[]",
        b"{}",
        b'{"values": [], "blobs": [99999999999]}',
        b'{"values": [], "blobs": [-1]}',
        b'{"values": [{"array": ["|O", [1], "C", false, 0]}], "blobs": []}',
        b'{"values": [{"array": ["|u1", [9], "C", false, 0]}], "blobs": [0]}',
        b'{"values": [{"huge": ["|u1", [-1]]}], "blobs": []}',
        b'{"values": [{"huge": ["|u1", [99999999999, 99999999999]]}], "blobs": []}',
        b'{"values": [{"generator": {"state": 1}}], "blobs": []}',
        b'{"values": [{"strange": {"name": 1}}], "blobs": []}',
        b'{"values": [{"import": "os"}], "blobs": []}',
        b'{"values": [{"dict": [[{"list": []}, 1]]}], "blobs": []}',
        b'{"values": [' + b'{"list": [' * 30 + b"1" + b"]}" * 30 + b'], "blobs": []}',
        b'{"values": ' + b"[" * 100_000 + b"]" * 100_000 + b', "blobs": []}',
    ],
)
def test_what_is_no_message_is_refused(head):
    with pytest.raises(wire.Broken):
        wire.receive(io.BytesIO(struct.pack(">I", len(head)) + head))


# --- the same sentences ---------------------------------------------------------------------------------------


class Here:
    """A session whose process is this one: calls go through the encoding, both ways."""

    def __init__(self, answer):
        self.answer = answer

    def call(self, key, arguments, watch=False):
        head, values = serving.called(self.answer, there(*arguments), 30, watch)
        return json.loads(json.dumps(head)), there(*values)


def outside(answer):
    about = json.loads(json.dumps(serving.about(answer)))
    return standin.StandIn(Here(answer), 0, about).function if about else there(answer)[0]


@pytest.mark.parametrize("chapter", exercises.CHAPTERS)
def test_a_wrong_answer_gets_the_same_sentence_from_outside(chapter):
    for id in exercises.of_chapter(chapter):
        for slip in EXERCISES[id].slips[:2]:
            answer = slip.answer() if EXERCISES[id].value else slip.answer
            inside, here = verdict(id, answer), verdict(id, outside(answer))
            assert (here.state, here.sentence) == (inside.state, inside.sentence), id


@pytest.mark.parametrize(
    ("id", "answer"),
    [
        ("1.2", lambda image: (row for row in image)),
        ("1.2", lambda image: map(list, image)),
        ("1.2", lambda image: {1: 2}.keys()),
        ("1.2", lambda image: np),
        ("1.2", lambda image: print),
        ("1.2", lambda image: np.array([[1, None]])),
        ("1.2", lambda: 3),
        ("1.2", lambda image, other: image),
        ("1.4", lambda image, width: image),
        ("1.5", lambda image: image.fill(0) or image),
        ("1.7", lambda image, amount: np.clip(image.astype(int) + 5, 0, 255).astype(np.uint8)),
        ("1.7", lambda image, amount: print("seen", image.shape)),
        ("4.8", segmentation.find_boundaries),
    ],
)
def test_odd_answers_get_the_same_sentence_from_outside(id, answer):
    inside, here = verdict(id, answer), verdict(id, outside(answer))
    assert (here.state, here.sentence, here.printed) == (inside.state, inside.sentence, inside.printed)


@pytest.mark.parametrize(
    "about",
    [
        {},
        {"name": 3, "parameters": [["image", "POSITIONAL_OR_KEYWORD", True], ["x", "POSITIONAL_OR_KEYWORD", False]]},
        {"name": "a\nb", "parameters": [["x): import os #", "POSITIONAL_OR_KEYWORD", False]], "unused": []},
        {"name": "f", "parameters": [["x", "POSITIONAL_OR_KEYWORD", False]] * 2, "unused": []},
        {"name": "f", "parameters": "x", "unused": 5},
    ],
)
def test_what_a_process_says_of_a_function_is_not_believed(about):
    made = standin.StandIn(Here(lambda *given: given[0][::-1]), 0, about).function
    assert verdict("1.2", made).state == "right"


# --- odd and hostile answers ----------------------------------------------------------------------------------

ALWAYS = "class Always(float):\n    def __eq__(self, other): return True\n    __hash__ = None"
ODD = {
    "equal to all": f"{ALWAYS}\ndef average(image): return Always(1)",
    "an array that is equal to all": "class A(np.ndarray):\n    def __eq__(self, other): return True\n"
    "def only_red(image): return np.zeros(3).view(A)",
    "900 MB": "def frame(image, width): return np.ones((30_000, 30_000), np.uint8)",
    "more than there is": "def brighten(image, amount): return np.ones(2**30)",
    "the end of Python": "def negative(image): sys.exit()",
    "deep": "def histogram(image):\n    a = []\n    for _ in range(5000): a = [a]\n    return a",
    "things": "def dark_side(image, level): return {object(): object()}",
    "interrupt": "def cut(image, x, y, width, height): raise KeyboardInterrupt",
    "processes": "def otsu(image):\n    for _ in range(40):\n        if not os.fork(): time.sleep(60); os._exit(0)\n"
    "    return -1",
}


def test_odd_answers_are_not_right_and_cost_no_other(way):
    states, _ = found(way, *ODD.values(), "def upside_down(image): return image[::-1]")
    assert states["1.2"].state == "right"
    assert sum(one.state == "right" for one in states.values()) == 1
    assert "KeyboardInterrupt" in states["1.3"].sentence


def test_bytes_on_all_descriptors_are_nobody_elses_trouble(way):
    attempt = "try: os.write(n, b'x' * 999)\n        except OSError: pass"
    noise = f"def upside_down(image):\n    for n in range(3, 40):\n        {attempt}\n    return image[::-1]"
    states, _ = found(way, noise, "def frame(image, width): return 5")
    assert states["1.2"].state == "error"
    assert states["1.4"].state == "wrong"


def test_the_value_counts_that_was_there_at_its_check(way):
    check = "from course_lib.check import check"
    flip, used = "def upside_down(image): return image[::-1]", "upside_down = upside_down(np.eye(3))"
    states, _ = found(way, check, flip, 'check("1.2", upside_down)', used)
    assert states["1.2"].state == "right"
    states, _ = found(way, "check = lambda *given: None", flip, 'check("1.2", upside_down)', used)
    assert states["1.2"].state == "right"


def test_a_notebook_that_ends_python_again_and_again_is_given_up(way):
    states, notes = found(way, *["import os; os._exit(1)"] * 8, "def upside_down(image): return image[::-1]")
    assert states["1.2"].state == "error"
    assert f"given up when it had ended Python {judging.STARTS} times" in notes[-1]


@pytest.mark.parametrize("chapter", exercises.CHAPTERS)
def test_solutions_are_right(way, chapter):
    (path,) = (stage.ROOT / "notebooks" / "solutions").glob(f"0{chapter}*.ipynb")
    outcome = judging.judged(way, notebook.read(path.name, path.read_bytes()))
    assert {one.state for one in outcome.found.values()} == {"right"}, outcome
    assert list(outcome.found) == exercises.of_chapter(chapter)
    assert outcome.notes == []
    assert not session.LIVE
