"""Slides as the last row sees them: nothing leaves a slide, no text is small, every key does what it should."""

import contextlib
import os

import pytest

from tools import syllabus
from tools.classroom import slides

from . import lab as browser_lab

CHAPTERS = [entry["id"] for entry in syllabus.lessons()]
MEASURE = """() => [...document.querySelectorAll("section")].map((slide, place) => {
  slide.classList.add("now");
  const frame = slide.getBoundingClientRect(), wrong = [];
  const walk = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (!node.data.trim() || node.parentElement.closest("svg")) continue;
    if (parseFloat(getComputedStyle(node.parentElement).fontSize) < 28) wrong.push("small: " + node.data.slice(0, 30));
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.right > frame.right + 1 || box.bottom > frame.bottom + 1) wrong.push("out: " + node.data.slice(0, 30));
  }
  for (const part of slide.children) {
    const box = part.getBoundingClientRect();
    if (box.bottom > frame.bottom + 1 || box.right > frame.right + 1) wrong.push("out: " + part.className);
    for (const other of slide.children) {
      const next = other.getBoundingClientRect();
      const apart = other === part || other.className === "number" || part.className === "number";
      if (!apart && box.top < next.top && box.bottom > next.top + 1) wrong.push("over another: " + part.className);
    }
  }
  for (const image of slide.querySelectorAll("img")) {
    const box = image.getBoundingClientRect(), ratio = image.naturalWidth / image.naturalHeight;
    if (Math.min(box.width, box.height * ratio) < 330 && Math.min(box.height, box.width / ratio) < 150)
      wrong.push(`small picture: ${box.width} x ${box.height}`);
  }
  slide.classList.remove("now");
  return wrong.map((text) => `slide ${place + 1} (${slide.querySelector("h1, h2").textContent}): ${text}`);
}).flat()"""


@pytest.fixture(scope="module")
def browser():
    with contextlib.ExitStack() as stack:
        try:
            found = stack.enter_context(browser_lab.chromium())
        except browser_lab.Missing as reason:
            (pytest.fail if os.environ.get("COURSE_BROWSER") == "required" else pytest.skip)(str(reason))
        yield found


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    page.close()


def shown(page, tmp_path, chapter):
    path = tmp_path / "slides.html"
    path.write_text(slides.chapter(chapter), encoding="utf-8")
    page.goto(path.as_uri())
    page.evaluate("() => Promise.all([...document.images].map((image) => image.decode()))")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_everything_fits_and_can_be_read(page, tmp_path, chapter):
    shown(page, tmp_path, chapter)
    assert page.evaluate(MEASURE) == []
    assert {url.split(":")[0] for url in page.asked} <= {"file", "data"}


def test_keys_and_clicks(page, tmp_path):
    shown(page, tmp_path, CHAPTERS[0])
    count = page.locator("section").count()

    def now():
        return page.evaluate("() => [...document.querySelectorAll('section')].findIndex((one) => one.offsetParent)")

    for key, place in [
        ("ArrowRight", 1),
        (" ", 2),
        ("ArrowLeft", 1),
        ("End", count - 1),
        ("PageDown", count - 1),
        ("Home", 0),
    ]:
        page.keyboard.press(key)
        page.wait_for_function("(hash) => location.hash === hash", arg=f"#{place + 1}")
        assert now() == place, key
    page.mouse.click(1000, 400)
    page.mouse.click(1000, 400)
    page.mouse.click(100, 400)
    assert now() == 1
    light = page.evaluate("getComputedStyle(document.querySelector('section')).backgroundColor")
    page.keyboard.press("d")
    assert page.evaluate("getComputedStyle(document.querySelector('section')).backgroundColor") != light
    page.reload()
    assert now() == 1


def test_a_window_of_another_shape_shows_the_whole_slide(page, tmp_path):
    shown(page, tmp_path, CHAPTERS[0])
    page.set_viewport_size({"width": 1000, "height": 700})
    box = page.locator("section.now").bounding_box()
    assert box["x"] == pytest.approx(0, abs=1)
    assert box["width"] == pytest.approx(1000, abs=1)
    assert box["y"] > 0
    assert box["y"] + box["height"] < 700
