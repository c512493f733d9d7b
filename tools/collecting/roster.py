"""Who is in the class: names of a file, and which hand-in is whose, however a system has written the name."""

import csv
import itertools
import re
import unicodedata

NAME = "name", "full name", "learner", "student"
FIRST, LAST = ("first name", "given name"), ("last name", "surname", "family name")
NUMBER = "number", "id", "user id", "id number", "participant"
LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"})


def read(path):
    """Return [(name, number)] of a file: a name on each line, or a table with a head."""
    text = path.read_text(encoding="utf-8-sig")
    delimiter = max(",;\t", key=text.count)
    rows = [[cell.strip() for cell in row] for row in csv.reader(text.splitlines(), delimiter=delimiter)]
    rows = [row for row in rows if any(row)]
    heads = [cell.casefold() for cell in rows[0]] if rows else []
    columns = [[heads.index(word) for word in words if word in heads] for words in (NAME, FIRST, LAST, NUMBER)]
    if not any(columns):
        return [(", ".join(filter(None, row)), "") for row in rows]
    name, first, last, number = (found[0] if found else None for found in columns)
    parts = [name] if name is not None else [place for place in (first, last) if place is not None]
    if not parts:
        parts = [number]
    return [
        (
            " ".join(row[place] for place in parts if place < len(row)),
            row[number] if number is not None and number < len(row) else "",
        )
        for row in rows[1:]
    ]


def placed(roster, handins):
    """Return [(name, number, hand-in or None, note)]: a line for everybody, and for each hand-in that nobody owns."""
    free, lines = list(handins), []
    for name, number in roster:
        mine = [one for one in free if number and one.number == number] or [
            one for one in free if same(name, one.learner)
        ]
        free = [one for one in free if one not in mine[:1]]
        note = "" if len(mine) < 2 else f"several hand-ins may be theirs: {', '.join(one.learner for one in mine)}"
        lines.append((name, number, mine[0] if mine else None, note))
    return lines + [(one.learner, one.number, one, "is not on the roster") for one in free]


def same(name, other):
    """Tell whether two writings may be one name.

    >>> same("Müller, Anna", "muelleranna"), same("Müller, Anna", "Anna Muller"), same("Anna Müller", "Anna Maier")
    (True, True, False)
    """
    return bool(writings(name) & writings(other))


def writings(name):
    """Return the ways in which a name is written in small letters without anything between them."""
    found = set()
    for text in (name.casefold(), name.casefold().translate(LETTERS)):
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        words = re.findall(r"[^\W_]+", plain)
        found |= {"".join(order) for order in itertools.permutations(words[:5])}
    return found
