"""What every exercise's file promises: its right answers pass, each slip gets its own sentence, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from course_lib.check import EXERCISES, catalogue, verdict
from course_lib.check.handing import as_it_was

CHECK = Path(catalogue.__file__).parent


def each(of):
    """Return (exercise, entry) for every entry of the lists that `of` takes from the exercises, named by number."""
    return [
        pytest.param(ex, entry, id=f"{ex.id}-{number}")
        for ex in EXERCISES.values()
        for number, entry in enumerate(of(ex), 1)
    ]


VERDICTS = {}  # by exercise and answer: several tests ask for the same


def judged(ex, answer):
    key = ex.id, id(answer)
    if key not in VERDICTS:
        VERDICTS[key] = verdict(ex.id, answer() if ex.value else answer)
    return VERDICTS[key]


@pytest.mark.parametrize(("ex", "answer"), each(lambda ex: ex.rights))
def test_a_right_answer_is_right(ex, answer):
    found = judged(ex, answer)
    assert found.state == "right", found.sentence
    assert ex.praise in found.sentence


@pytest.mark.parametrize(("ex", "slip"), each(lambda ex: ex.slips))
def test_a_slip_gets_its_own_sentence(ex, slip):
    found = judged(ex, slip.answer)
    assert found.state == "wrong"
    assert slip.sentence in found.sentence


@pytest.mark.parametrize(("ex", "planted"), each(lambda ex: ex.planted))
def test_other_wrong_answers_are_told_what_they_should_be(ex, planted):
    answer, words = planted
    found = judged(ex, answer)
    assert found.state == "wrong"
    assert words in found.sentence


@pytest.mark.parametrize("ex", EXERCISES.values(), ids=EXERCISES)
def test_an_exercise_waits_for_its_answer(ex):
    assert verdict(ex.id, ...).state == "not yet"
    assert verdict(ex.id, None).state == "not yet"
    if not ex.value:
        assert verdict(ex.id, lambda *arguments: None).state == "not yet"


@pytest.mark.parametrize("ex", EXERCISES.values(), ids=EXERCISES)
def test_an_exercise_knows_three_mistakes_at_least(ex):
    wrong = [slip.answer for slip in ex.slips] + [answer for answer, _ in ex.planted]
    assert len({judged(ex, answer).sentence for answer in wrong}) >= 3


@pytest.mark.parametrize("ex", EXERCISES.values(), ids=EXERCISES)
def test_no_argument_is_the_same_in_all_cases(ex):
    if not ex.value and not ex.judges:
        for given in zip(*ex.all_cases(), strict=True):
            assert any(not as_it_was(given[0], other) for other in given), "a constant in its place would be right"


def test_an_exercise_lies_where_its_number_says():
    files = sorted(CHECK.glob("chapter[0-9]*/e[0-9]*.py"))
    ids = [f"{int(path.parent.name.removeprefix('chapter'))}.{int(path.stem[1:3])}" for path in files]
    assert sorted(ids) == sorted(EXERCISES)
    for id, path in zip(ids, files, strict=True):
        assert EXERCISES[id].rights[0].__module__.endswith(f"{path.parent.name}.{path.stem}")


def test_what_takes_long_to_load_is_loaded_when_an_answer_asks_for_it_and_not_before():
    code = "import sys; import course_lib.check; print({'skimage', 'scipy.stats', 'sklearn'} & sys.modules.keys())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECK.parents[1], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
