"""Reading a cascade: OpenCV's XML for LBP features, as it ships with OpenCV and with scikit-image.

Such a file comes from elsewhere and is not trusted: it is limited in size and depth, document types and
entities are refused (they can grow without limit or name other files), and every number is checked.
"""

import math
import os
from dataclasses import dataclass
from xml.etree.ElementTree import TreeBuilder
from xml.parsers import expat

import numpy as np

MOST_BYTES = 5_000_000
MOST_DEPTH = 20
MOST_ELEMENTS = 100_000
MOST_ITEMS = 10_000  # stages, stumps or features
MOST_PIXELS = 1_000  # a window's height or width


@dataclass(frozen=True)
class Stump:
    """One question: which code has the feature, and how much does that speak for a face?"""

    feature: int
    scores: np.ndarray  # (256,) one for each code


@dataclass(frozen=True)
class Stage:
    """Questions whose scores are added; a window below the threshold is no face."""

    threshold: float
    stumps: tuple


@dataclass(frozen=True)
class CascadeData:
    """What a file holds: the window's size, the stages, and the features as (row, col, width, height) of a block."""

    height: int
    width: int
    stages: tuple
    features: tuple


def read_cascade(xml_file):
    """Read a cascade file.

    Parameters
    ----------
    xml_file : path or file object

    Returns
    -------
    CascadeData

    Raises
    ------
    ValueError
        For a file that is damaged, too large, holds entities, or another kind of cascade: with the reason.
    TypeError
        For what is neither a path nor a file.

    References
    ----------
    Zhang et al. (2007): Face Detection Based on Multi-Block LBP Representation (the features).
    """
    cascade = _parse(_read(xml_file)).find("cascade")
    if cascade is None:
        raise ValueError("the file holds no <cascade>; expected OpenCV's cascade file")
    _expect(cascade, "featureType", "LBP")
    _expect(cascade, "stageType", "BOOST")
    height, width = (_whole_numbers(_child(cascade, name), 1, 3, MOST_PIXELS)[0] for name in ("height", "width"))
    features = tuple(_feature(item, height, width) for item in _items(cascade, "features"))
    stages = tuple(_stage(item, len(features)) for item in _items(cascade, "stages"))
    announced = _whole_numbers(_child(cascade, "stageNum"), 1, 1, MOST_ITEMS)[0]
    if announced != len(stages):
        raise ValueError(f"the cascade is damaged: it announces {announced} stages and holds {len(stages)}")
    return CascadeData(height, width, stages, features)


def _read(xml_file):
    if hasattr(xml_file, "read"):
        content = _bytes(xml_file.read(MOST_BYTES + 1))
    elif isinstance(xml_file, (str, os.PathLike)):
        with open(xml_file, "rb") as file:
            content = file.read(MOST_BYTES + 1)
    else:
        raise TypeError(
            f"expected the path of a cascade file, got {type(xml_file).__name__}; "
            "data.lbp_frontal_face_cascade_filename() is one"
        )
    if len(content) > MOST_BYTES:
        raise ValueError(f"the cascade file is longer than {MOST_BYTES} bytes; is it the right file?")
    return content


def _bytes(content):
    if isinstance(content, bytes):
        return content
    if not isinstance(content, str):
        raise TypeError(f"reading the file gave {type(content).__name__} instead of bytes or text; open it again")
    try:
        return content.encode()
    except UnicodeError:
        raise ValueError("the cascade is damaged or no XML: its text holds halves of characters") from None


class _Bounded(TreeBuilder):
    """Builds the tree of elements, and refuses what no cascade is: too deep, or too many of them."""

    depth = count = 0

    def start(self, name, attributes):
        self.depth, self.count = self.depth + 1, self.count + 1
        if self.depth > MOST_DEPTH:
            raise ValueError(f"the cascade is damaged: elements lie more than {MOST_DEPTH} deep")
        if self.count > MOST_ELEMENTS:
            raise ValueError(f"the cascade is damaged: it has more than {MOST_ELEMENTS} elements")
        return super().start(name, attributes)

    def end(self, name):
        self.depth -= 1
        return super().end(name)


def _parse(content):
    """Build the tree of elements, without document types and entities."""

    def refuse(*_):
        raise ValueError("the file holds a document type or entities, which no cascade needs; it is not read")

    builder = _Bounded()
    parser = expat.ParserCreate("utf-8")  # whatever the header says: the numbers and names are plain ASCII
    parser.buffer_text = True  # a long text in one piece
    parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = parser.ExternalEntityRefHandler = refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, UnicodeError) as error:
        raise ValueError(f"the cascade is damaged or no XML: {error}") from None
    return builder.close()


def _feature(item, height, width):
    col, row, block_width, block_height = _whole_numbers(_child(item, "rect"), 4, 0, MOST_PIXELS)
    inside = col + 3 * block_width <= width and row + 3 * block_height <= height
    if not (inside and block_width and block_height):
        raise ValueError(f"the cascade is damaged: a feature does not fit into the window of {width} x {height}")
    return row, col, block_width, block_height


def _stage(item, number_of_features):
    (threshold,) = _numbers(_child(item, "stageThreshold"), 1)
    stumps = tuple(_stump(tree, number_of_features) for tree in _items(item, "weakClassifiers"))
    (announced,) = _whole_numbers(_child(item, "maxWeakCount"), 1, 1, MOST_ITEMS)
    if announced != len(stumps):
        raise ValueError(f"the cascade is damaged: a stage announces {announced} trees and holds {len(stumps)}")
    return Stage(threshold, stumps)


def _stump(item, number_of_features):
    # two links that say "the leaves follow", the feature, and 256 bits in eight signed numbers
    nodes = _whole_numbers(_child(item, "internalNodes"), 11, -(2**31), 2**31 - 1)
    left, right = _numbers(_child(item, "leafValues"), 2)
    if nodes[:2] != [0, -1]:
        raise ValueError("the cascade has trees with more than one question, which this reader does not know")
    if not 0 <= nodes[2] < number_of_features:
        raise ValueError(f"the cascade is damaged: a tree asks for feature {nodes[2]} of {number_of_features}")
    words = np.array(nodes[3:], "<i4")
    in_left = np.unpackbits(words.view(np.uint8), bitorder="little").astype(bool)
    return Stump(nodes[2], np.where(in_left, left, right))


def _child(element, name):
    child = element.find(name)
    if child is None:
        raise ValueError(f"the cascade is damaged: <{element.tag}> has no <{name}>")
    return child


def _items(element, name):
    items = _child(element, name).findall("_")
    if not 1 <= len(items) <= MOST_ITEMS:
        raise ValueError(f"the cascade is damaged: {len(items)} <{name}>, expected 1 to {MOST_ITEMS}")
    return items


def _expect(cascade, name, value):
    text = (_child(cascade, name).text or "").strip()
    if text != value:
        raise ValueError(f"expected a cascade with {name} {value}, got {text[:20]!r}; only those can be read")


def _numbers(element, count):
    words = (element.text or "").split()
    try:
        numbers = [float(word) for word in words]
    except ValueError:
        numbers = []
    if len(numbers) != count or not all(map(math.isfinite, numbers)):
        raise ValueError(f"the cascade is damaged: <{element.tag}> is not {count} numbers: {' '.join(words)[:40]!r}")
    return numbers


def _whole_numbers(element, count, least, most):
    numbers = _numbers(element, count)
    if not all(number == int(number) and least <= number <= most for number in numbers):
        where = f"the cascade is damaged: <{element.tag}>"
        raise ValueError(f"{where} is not between {least} and {most}, or not whole: {numbers}")
    return [int(number) for number in numbers]
