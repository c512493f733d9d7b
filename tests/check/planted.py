"""The loops over planted answers, for the tests of every chapter."""

import pytest

from course_lib.check import EXERCISES, verdict

ASK_FOR_VALUES = ("1.1", "2.1")  # the others ask for a function, or take one too


def exercises(chapter, first=1, last=99):
    """Return the ids of a chapter's exercises, in order, or of those in between."""
    numbered = [(id, *map(int, id.split("."))) for id in EXERCISES]
    return [id for id, its_chapter, number in numbered if its_chapter == chapter and first <= number <= last]


def each(answers):
    return pytest.mark.parametrize(
        ("id", "number"), [(id, number) for id, planted in answers.items() for number in range(len(planted))]
    )


def loops_over(wrong, right, ids, unwritten=None):
    """Return the four tests of the planted answers to the exercises `ids`.

    `wrong` has for each exercise (answer, words of the sentence that it should get), `right` has answers. That an
    exercise waits for its answer is asked of `unwritten`, where it is given, in place of `ids`.
    """

    @each(wrong)
    def test_wrong(id, number):
        answer, fragment = wrong[id][number]
        found = verdict(id, answer)
        assert found.state == "wrong"
        assert fragment in found.sentence

    @pytest.mark.parametrize("id", unwritten or ids)
    def test_unwritten(id):
        assert verdict(id, ...).state == "not yet"
        assert verdict(id, None).state == "not yet"
        if id not in ASK_FOR_VALUES:
            assert verdict(id, lambda *arguments: None).state == "not yet"

    @each(right)
    def test_right(id, number):
        found = verdict(id, right[id][number])
        assert found.state == "right", found.sentence

    def test_sentences(request):
        for id in ids:
            assert id in wrong, f"plant wrong answers to {id} in WRONG, in tests/check/{request.path.name}"
            assert right.get(id), f"list right answers to {id} in RIGHT, in tests/check/{request.path.name}"
            sentences = {verdict(id, answer).sentence for answer, _ in wrong[id]}
            assert len(sentences) >= 3, id
        assert set(wrong) == set(right) == set(ids)

    return test_wrong, test_unwritten, test_right, test_sentences
