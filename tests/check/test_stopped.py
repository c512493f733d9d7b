"""A function that stops: the learner's line, what came in, what the error means; and what it printed."""

import linecache
import signal

import numpy as np
import pytest

from course_lib.check import verdict
from course_lib.check.answers import Wrong, call
from course_lib.check.described import circumstances, thing
from course_lib.check.prints import LINES, WIDTH, Printed


def cell(source, name="<a cell>"):
    """Return the function `answer` that a notebook's cell defines, with or without its source known to Python."""
    code = compile(source, name, "exec")
    if name == "<a cell>":
        linecache.cache[name] = len(source), None, source.splitlines(True), name
    known = {"np": np}
    exec(code, known)
    return known["answer"]


def told(function, *arguments):
    with pytest.raises(Wrong) as reason:
        call(function, *arguments)
    return str(reason.value)


GREY = np.arange(35, dtype=np.uint8).reshape(5, 7)


def test_a_crash_names_the_line_of_the_cell():
    source = "def helper(image):\n    return image.rows\n\ndef answer(image):\n    x = 3\n    return helper(image)\n"
    sentence = told(cell(source), GREY)
    assert (
        "stopped in line 2 of helper, `return image.rows`, on a grey picture of 5 rows and 7 columns (uint8)"
        in sentence
    )


def test_a_crash_in_a_package_names_the_line_that_called_it():
    sentence = told(cell("def answer(image):\n    a = 1\n    return np.bincount(image)\n"), GREY)
    assert "in line 3, `return np.bincount(image)`," in sentence
    assert "numbers in one row are wanted here" in sentence
    assert sentence.endswith("(ValueError: object too deep for desired array)")


def test_without_source_the_function_is_named():
    source = "def helper(image):\n    return image.rows\n\ndef answer(image):\n    return helper(image)\n"
    assert "your function stopped in helper on a grey picture" in told(cell(source, "<string>"), GREY)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (np.zeros(256, int), "an array of 256 numbers (int64)"),
        (np.zeros((5, 7), bool), "a mask of 5 rows and 7 columns"),
        (np.zeros((5, 7, 3), np.uint8), "a colour picture of 5 rows and 7 columns (uint8)"),
        (np.zeros((3, 12)), "an array of 3 rows and 12 columns (float64)"),
        (np.zeros((0, 3)), "an empty array of shape (0, 3)"),
        (np.eye(2, dtype=int), "[[1, 0], [0, 1]] (int64)"),
        ([{"r": 1, "c": 2, "width": 3, "height": 4}] * 3, "a list of 3 boxes"),
        ([np.zeros((9, 9))] * 3, "a list of 3 arrays"),
        (list(range(40)), "a list of 40 numbers"),
        ([], "[]"),
        ({"r": 1, "c": 2}, "{'r': 1, 'c': 2}"),
        (np.float64(0.5), "0.5"),
        (np.random.default_rng(1), "a thing of type Generator"),
        (len, "a function"),
    ],
)
def test_what_came_in_is_said_by_what_it_is(value, words):
    assert thing(value) == words


def test_arguments_are_named():
    case = GREY, 3, [1, 2]
    told = circumstances(case, ("image", "width", "which"))
    assert told == " on a grey picture of 5 rows and 7 columns (uint8) with width = 3 and which = [1, 2]"
    assert circumstances((3,)) == " with 3"
    assert circumstances(()) == ""


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("return image > 1 and image < 3", "write & or | or ~ with brackets"),
        ("if image > 3: return image", "one yes or no is wanted"),
        ("return image & image > 2.5 & image", "does each comparison have its own brackets"),
        ("return image + np.zeros((3, 4))", "two arrays of the shapes (5,7) and (3,4) cannot be combined"),
        ("image[1:3] = np.zeros((3, 4))", "what should be written has the shape (3,4)"),
        ("return image[..., 0, 0, 0]", "A grey picture has rows and columns, a colour picture channels too"),
        ("return image.mean(axis=2)", "there is no axis 2: this array has 2, counted from 0"),
        ("return int(image)", "one number is wanted here, and a whole array came"),
        ("return range(image)", "one number is wanted here, and a whole array came"),
        ("return image + 300", "300 does not fit into uint8"),
        ("return image - (-60) if 0 else image + -60", "-60 does not fit into uint8"),
        ("return np.array([[1, 2], [3]])", "the rows are not equally long"),
        ("np.zeros(3)[0] = [1, 2]", "one place of an array takes one number"),
        ("return image[5, 0]", "there is no row 5: they count from 0 to 4"),
        ("return image[0, 9]", "there is no column 9: they count from 0 to 6"),
        ("return [1, 2][2]", "the list is shorter than that"),
        ("return image[np.ones((2, 2), bool)]", "mask and array differ in shape"),
        ("return image[1.0]", "a position or a size has to be a whole number"),
        ("return np.zeros(image.shape[0] / 2)", "/ always gives a decimal number"),
        ("return sorted([1]).sort()[0]", "something is None here"),
        ("return image.shape + 1", "a tuple stands where an array is wanted"),
        ("return image.shape.astype(int)", "a tuple stands where an array is wanted"),
        ("return image(0)", "round brackets call a function"),
        ("return np.full()", None),
        ("return (lambda a, b: a)(1)", "lacks an argument"),
        ("return sorted([1], multichannel=True)", "has no argument named multichannel"),
        ("return ndimage.median_filter(image)", "ndimage is not known here. Did you run the cell that imports"),
        ("x += 1", "x is used before it has got a value"),
        ("return np.medain(image)", "there is no medain in numpy"),
        ("return image.height", "an array has no .height: how many rows and columns"),
        ("image = image * 1; image += 0.5", "+=, -=, *= and /= write into the array itself"),
        ("return (image > 1) - (image > 2)", "masks are no numbers"),
        ("rows, cols, channels = image.shape", "shape has three, a grey one's two"),
        ("return np.zeros(0).max()", "there is nothing in it"),
        ("return image.reshape(4, 4)", "35 numbers do not fill the shape (4,4)"),
        ("return image @ image", "@ and np.dot multiply rows with columns"),
        ("return 1 / 0", "something is divided by 0"),
        ("return {'a': 1}['b']", "there is no entry 'b'"),
        ("return answer(image)", "your function calls itself without end"),
        ("raise SystemExit", "it ends the whole program"),
        ("raise MemoryError", "more memory than there is"),
        ("return 3[0]", "this is one number"),
    ],
)
@pytest.mark.filterwarnings("ignore::SyntaxWarning")
def test_messages_that_mislead_are_translated_and_kept_in_brackets(line, words):
    sentence = told(cell(f"def answer(image):\n    {line}\n"), GREY)
    assert "in line 2, `" in sentence
    assert words is None or (words in sentence and sentence.endswith(")"))


def test_a_function_with_other_parameters_is_told_so():
    sentence = told(lambda image: image, GREY, 3)
    assert "the task hands over 2 arguments, yours takes: image" in sentence


def test_what_a_function_prints_is_shown_with_the_verdict():
    def answer(image):
        print("shape", image.shape)
        print("<b>", image.dtype)
        return image[:, ::-1]

    found = verdict("1.2", answer)
    assert found.printed == "shape (60, 90, 3)\n<b> uint8"
    assert str(found).endswith("What your function printed:\nshape (60, 90, 3)\n<b> uint8")
    assert "&lt;b&gt; uint8" in found._repr_mimebundle_()["text/html"]


def test_the_call_that_failed_is_the_one_whose_lines_are_shown():
    def answer(image):
        print(image.ndim)
        return image[::-1] if image.ndim == 3 else image

    assert verdict("1.2", answer).printed == "2"


def test_printing_is_shown_where_the_function_stops_or_is_right():
    def stops(image):
        print("before")
        raise RuntimeError("now")

    def right(image):
        print("fine")
        return image[::-1]

    assert verdict("1.2", stops).printed == "before"
    assert verdict("1.2", right).printed == "fine"
    assert verdict("1.2", lambda image: image[::-1]).printed == ""


def test_the_first_lines_are_kept_and_the_others_counted():
    printed = Printed()
    for number in range(100_000):
        print(number, file=printed)
    assert str(printed).splitlines() == [*map(str, range(LINES)), f"… and {100_000 - LINES} more lines"]


def test_a_line_without_end_takes_no_memory():
    printed = Printed()
    for _ in range(100_000):
        print("x" * 1000, end="", file=printed)
    assert str(printed) == "x" * WIDTH
    printed.write("y\n" * 1_000_000)
    assert len(printed.lines) <= LINES + 1
    assert str(printed).endswith("more lines")


def test_a_check_that_is_interrupted_says_which_exercise_it_was_and_where():
    source = """def answer(image):
        import _thread, threading
        threading.Timer(0.05, _thread.interrupt_main).start()
        while True:
            image = image
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores Ctrl+C
    try:
        with pytest.raises(
            KeyboardInterrupt, match=r"the check of exercise 1\.2 was interrupted in line [345], `.*`\. Is there a loop"
        ):
            verdict("1.2", cell(source))
    finally:
        signal.signal(signal.SIGINT, before)
