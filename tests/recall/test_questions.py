"""Every topic has its questions, and every choice its sentence."""

import collections
import math
import tomllib
from pathlib import Path

import numpy as np
import pytest

from course_lib.recall.questions import questions

SOURCE = Path(__file__).resolve().parents[2] / "notebooks" / "source"
CHAPTERS = tomllib.loads((SOURCE / "syllabus.toml").read_text(encoding="utf-8"))["chapter"]
EACH = pytest.mark.parametrize("question", questions(), ids=lambda question: question.id)


def test_every_topic_has_three_questions_and_lies_in_its_chapter():
    counted = collections.Counter((q.chapter, q.topic) for q in questions())
    topics = {(int(chapter["id"][:2]), topic["id"]) for chapter in CHAPTERS for topic in chapter["topic"]}
    assert set(counted) == topics
    assert min(counted.values()) >= 3


def test_questions_come_in_the_order_of_the_lessons():
    topics = [topic["id"] for chapter in CHAPTERS for topic in chapter["topic"]]
    asked = list(dict.fromkeys(q.topic for q in questions()))
    assert asked == topics


def test_the_placement_has_two_questions_of_each_chapter():
    counted = collections.Counter(q.chapter for q in questions() if q.placement)
    assert counted == dict.fromkeys(range(1, 6), 2)


@EACH
def test_a_question_has_a_sentence_for_every_answer(question):
    assert question.ask
    if question.number is None:
        assert len(question.wrong) == 3
        texts = question.choices()
        assert len(set(texts)) == 4
        told = [question.judged(text) for text in texts]
        assert [right for right, _ in told].count(True) == 1
        assert len({sentence for _, sentence in told}) == 4
    else:
        assert question.because
        assert question.otherwise
        assert question.judged(question.number) == (True, question.because)
        assert all(question.judged(value) == (False, sentence) for value, sentence in question.near)


@EACH
def test_a_number_is_what_its_code_gives(question):
    if question.number is not None:
        assert question.code
        with np.errstate(all="ignore"):
            assert math.isclose(eval(question.code, {"np": np}), question.number, abs_tol=question.within)


def test_the_right_choice_cannot_be_guessed_from_its_place_or_its_length():
    chosen = [q for q in questions() if q.number is None]
    places = collections.Counter(q.choices().index(q.right[0]) for q in chosen)
    assert max(places.values()) <= 0.4 * len(chosen)
    longest = sum(len(q.right[0]) == max(map(len, q.choices())) for q in chosen)
    assert longest <= 0.45 * len(chosen)
