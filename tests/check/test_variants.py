"""Other numbers for other groups: the text, the solution, the hints and the check say the same."""

import copy
import functools
import itertools

import pytest

from course_lib.check import EXERCISES, check, hint, variant, verdict
from course_lib.check.catalogue import of_variant
from tools.build import read, with_solutions, without_solutions
from tools.classroom import variants
from tools.collecting import exercises

OTHERS = [(id, group) for id, one in EXERCISES.items() if one.told for group in (2, 3, 4)]


@pytest.fixture
def own_group():
    yield
    variant(1)


@functools.cache
def source(number):
    (path,) = exercises.SOURCES.glob(f"0{number}*.md")
    return read(path)


def chapter(id, group, cut):
    return cut(variants.of_variant(copy.deepcopy(source(id[0])), group))


def told(id, group, cut=lambda notebook: notebook):
    return "\n".join(cell.source for one, cell in variants.by_exercise(chapter(id, group, cut)) if one == id)


def test_every_exercise_that_asks_for_a_value_has_other_numbers():
    assert {id for id, one in EXERCISES.items() if one.value} == {id for id, _ in OTHERS}
    assert {id for id, one in EXERCISES.items() if one.told} == {id for id, _ in OTHERS}


def test_the_first_variant_is_the_course():
    assert of_variant(1) is EXERCISES
    assert not any("variant" in cell.source for cell in chapter("1.1", 1, without_solutions).cells)
    group = [cell.source for cell in chapter("1.1", 2, without_solutions).cells if cell.cell_type == "code"]
    assert exercises.VARIANT.search(group[1])[1] == "2"


@pytest.mark.parametrize("id", sorted({id for id, _ in OTHERS}))
def test_neighbouring_groups_cannot_hand_on_their_answers(id):
    for one, other in itertools.combinations((1, 2, 3), 2):
        answer = of_variant(one)[id].rights[0]()
        assert verdict(id, answer, one).state == "right"
        assert verdict(id, answer, other).state == "wrong"


@pytest.mark.parametrize(("id", "group"), OTHERS)
def test_text_and_solution_say_what_the_check_asks(id, group):
    here = told(id, group)
    words = of_variant(group)[id].told
    for own, other in words.items():
        assert own in told(id, 1), "the text of the course has other words by now"
        assert other in here
        assert own == other or own not in here
    names = {}
    exec("import numpy as np\nfrom course_lib import data\n" + solution(id, group), names)
    assert verdict(id, names[exercises.names(group)[id]], group).state == "right"


def solution(id, group):
    """Return the cell that holds the answer."""
    cells = variants.by_exercise(chapter(id, group, with_solutions))
    name = exercises.names(group)[id]
    return next(cell.source for one, cell in cells if one == id and f"{name} = " in cell.source)


@pytest.mark.parametrize(("id", "group"), OTHERS)
def test_each_slip_is_told_its_sentence_in_each_variant(id, group):
    asked = of_variant(group)[id]
    assert [one.sentence for one in asked.slips if verdict(id, one.answer(), group).sentence != one.sentence] == []
    for answer, words in asked.planted:
        assert words in verdict(id, answer(), group).sentence
    for answer in asked.rights:
        assert verdict(id, answer(), group).state == "right"


def test_a_notebook_asks_for_its_group(own_group, capsys):
    variant(3)
    check("2.1", of_variant(3)["2.1"].rights[0]())
    hint("2.1")
    variant(1)
    assert "✓ 2.1 right" in capsys.readouterr().out
    with pytest.raises(ValueError, match="from 1 on"):
        variant(0)
