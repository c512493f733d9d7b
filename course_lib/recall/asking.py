"""What a learner calls: recall and placement."""

import datetime
import difflib

from ..check import store
from .boxes import chosen, is_due, moved
from .questions import questions
from .sheet import Sheet

AT_ONCE = 5


def recall(topic=None, *, before=None):
    """Ask short questions; a right answer brings a question back later, a wrong one tomorrow.

    Parameters
    ----------
    topic : str, optional
        Ask the questions of this topic, such as ``"otsu"``. Without it, those that are due today.
    before : int, optional
        Ask five questions of the chapters before this one.

    Returns
    -------
    Sheet or None
        The questions; None where nothing is due.

    Raises
    ------
    ValueError
        If there is no such topic, or no chapter before.

    Examples
    --------
    >>> len(recall("otsu").questions)
    3
    """
    kept, note = store.load("recall")
    if note:
        print(note)
    if topic is not None:
        return Sheet(_of_topic(topic), _keep)
    if before is not None:
        return Sheet(_of_chapters_before(before, kept), _keep)
    due = [q for q in questions() if q.id in kept and is_due(kept[q.id], _today())]
    if not due:
        print(_nothing_due(kept))
        return None
    return Sheet(chosen(due, kept, _today(), AT_ONCE), _keep)


def placement():
    """Ask two questions of each chapter, and say where to begin; after the course, they tell what has stayed.

    Returns
    -------
    Sheet

    Examples
    --------
    >>> {question.placement for question in placement().questions}
    {True}
    """
    return Sheet([q for q in questions() if q.placement], _keep, _where_to_begin)


def _today():
    return datetime.date.today()


def _of_topic(topic):
    found = [q for q in questions() if q.topic == topic]
    if found:
        return found
    names = list(dict.fromkeys(q.topic for q in questions()))
    close = difflib.get_close_matches(str(topic), names, 1)
    meant = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(names)}."
    raise ValueError(f"there are no questions on {topic!r}; {meant}")


def _of_chapters_before(number, kept):
    earlier = [q for q in questions() if q.chapter < number]
    if not earlier:
        raise ValueError(f"there is no chapter before {number}; recall() asks what is due today")
    return chosen(earlier, kept, _today(), AT_ONCE)


def _nothing_due(kept):
    if not kept:
        return "Nothing is due yet: questions come back here after you have answered them in a chapter."
    return f"Nothing is due today. The next question comes back on {min(text.split()[1] for text in kept.values())}."


def _keep(question, right):
    """Note an answer; return a line to show where that could not be kept, else None."""
    try:
        return store.change("recall", question.id, lambda old: moved(old, right, _today()))
    except OSError as error:
        return f"This answer could not be kept ({error}); what was kept before is as it was."


def _where_to_begin(results):
    """Return what the ten answers say, a list of (question, right)."""
    right = sum(ok for _, ok in results)
    told = f"{right} of {len(results)}. "
    unsure = [question.chapter for question, ok in results if not ok]
    if not unsure:
        return told + "You know what this course begins with: take the exercises, and read where one stops you."
    return told + f"Begin with chapter {min(unsure)}."
