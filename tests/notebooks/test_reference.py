"""The pages to look things up say what is so: every call exists, here and in scikit-image; every term is taught."""

import ast
import html
import importlib
import inspect
import re

import pytest

MODULES_OF_OTHERS = {"np", "plt", "ndimage", "image", "scipy", "skimage", "detector"}


@pytest.fixture(scope="module")
def reference(build):
    return build.reference


def test_every_chapter_has_a_table_of_calls(reference):
    for chapter in reference.chapters():
        assert len(reference.call_rows(chapter)) >= 8, chapter["id"]


def test_every_call_exists_and_takes_the_keywords_that_are_shown(reference):
    checked = 0
    for chapter in reference.chapters():
        for row in reference.call_rows(chapter):
            for module, name, keywords in reference.calls_in(row):
                if module in reference.MODULES:
                    ours = getattr(importlib.import_module(f"course_lib.{module}"), name)
                    for function in filter(None, (ours, reference.production(module, name))):
                        if getattr(function, "__module__", "").endswith("_cascade"):
                            continue  # compiled: it tells no signature
                        parameters = inspect.signature(function).parameters
                        takes_any = any(p.kind is p.VAR_KEYWORD for p in parameters.values())
                        assert takes_any or set(keywords) <= parameters.keys(), (row, function)
                    checked += 1
                else:
                    assert module.split(".")[0] in MODULES_OF_OTHERS | {"", "explore"}, row
    assert checked > 60


def test_every_function_that_is_taught_is_on_the_page_of_calls(reference):
    rows = (row for chapter in reference.chapters() for row in reference.call_rows(chapter))
    named = {name for row in rows for _, name, _ in reference.calls_in(row)}
    taught = (f.rsplit(".", 1) for c in reference.chapters() for t in c["topic"] for f in t["functions"])
    pictures = "data"  # each of its functions is a picture, but for load and read
    assert {name for module, name in taught if module in reference.MODULES and module != pictures} <= named


def test_the_page_says_which_calls_are_not_in_scikit_image(reference):
    assert reference.remark("| read | `data.load(name)` |") == " `load` |"
    assert reference.remark("| edges | `filters.sobel(image)`, `sobel_h` |") == " |"
    assert reference.remark("| show it | `show_images(pictures)`, `np.fliplr(image)` |") == " `show_images` |"
    assert "| `load`, `read` |" in "".join(cell.source for cell in reference.calls_page().cells)


def test_every_snippet_of_the_notes_is_shown_and_what_changed_is_marked(reference):
    text = "\n".join(cell.source for cell in reference.snippets_page().cells)
    snippets = reference.snippets()
    old = sum(snippet["code"].count("multichannel=True") for snippet in snippets)
    assert text.count("### ") - text.count("#### ") == len(snippets) == 22
    assert text.count("<b>multichannel=True</b>") == old
    assert text.count("<b>channel_axis=-1</b>") >= old
    unmarked = text.replace(reference.COPY, "")
    assert not re.search(r"(?<!<b>)(multichannel=True|channel_axis=-1|course_lib)(?!`|</b>)", unmarked)


def test_every_block_of_code_can_be_copied_and_is_the_snippet(reference):
    blocks = [
        html.unescape(re.sub("</?(b|code)>", "", block))
        for cell in reference.snippets_page().cells
        for block in re.findall(r"(?s)<pre>(.*?)</pre>", cell.source)
    ]
    spellings = (str, reference.today, reference.ours)
    different = [dict.fromkeys(spelling(s["code"].strip("\n")) for spelling in spellings) for s in reference.snippets()]
    assert blocks == [code for codes in different for code in codes]
    assert all(ast.parse(block).body for block in blocks)


def glossary_rows(build):
    rows = (build.SOURCE / "glossary.md").read_text(encoding="utf-8").split("|---|---|---:|\n")[1].splitlines()
    return [
        re.fullmatch(r"\| \*\*(.+?)\*\* \| (.+) \| \[(\d|warm-up)\]\((\w+)\.ipynb\) \|", row).groups() for row in rows
    ]


def test_the_glossary_is_in_order_and_its_links_name_their_pages(build, reference):
    rows = glossary_rows(build)
    words = [word.lower() for word, *_ in rows]
    assert words == sorted(set(words))
    pages = {chapter["id"]: str(int(chapter["id"][:2])) for chapter in reference.chapters()}
    pages |= {path.stem: "warm-up" for path in build.SOURCE.glob("warmup_*.md")}
    for word, meaning, number, page in rows:
        assert number == pages[page], word
        assert meaning.endswith("."), word
        assert len(meaning.split()) <= 30, word


def test_every_word_of_the_glossary_is_used_on_its_page(build):
    for words, _, _, page in glossary_rows(build):
        text = (build.SOURCE / f"{page}.md").read_text(encoding="utf-8").lower()
        for word in re.findall(r"\w+", words.lower()):
            stem = word[: max(4, len(word) - 3)]  # clipping, clipped
            assert stem in text, (words, page)
