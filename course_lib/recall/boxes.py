"""When a question comes back: it lies in a box, and each right answer moves it to one that is opened later."""

import datetime

DAYS = (1, 3, 7, 21)


def moved(kept, right, today):
    """Return where a question lies after an answer, as ``"box date"``: the date is the day on which it is due.

    >>> moved(None, True, datetime.date(2026, 3, 1)), moved("1 2026-03-04", True, datetime.date(2026, 3, 4))
    ('1 2026-03-04', '2 2026-03-11')
    >>> moved("2 2026-03-11", False, datetime.date(2026, 3, 11))
    '0 2026-03-12'
    """
    box = min(_box(kept) + 1, len(DAYS) - 1) if right else 0
    return f"{box} {today + datetime.timedelta(days=DAYS[box])}"


def is_due(kept, today):
    """Tell whether a question that was answered before should be asked again."""
    return _date(kept) <= today


def _box(kept):
    return int(kept.split()[0]) if kept else 0


def _date(kept):
    return datetime.date.fromisoformat(kept.split()[1])


def chosen(questions, kept, today, count):
    """Return up to `count` questions to ask today: first those longest due, then new ones, spread over the topics."""
    due = sorted((q for q in questions if q.id in kept and is_due(kept[q.id], today)), key=lambda q: _date(kept[q.id]))
    new = [q for q in questions if q.id not in kept]
    return [*due, *_spread(new, count - len(due))][:count]


def _spread(questions, count):
    """Return `count` of them, as far apart as can be."""
    if count <= 0 or not questions:
        return []
    count = min(count, len(questions))
    return [questions[i * len(questions) // count] for i in range(count)]
