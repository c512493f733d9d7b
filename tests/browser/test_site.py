"""The site as its readers have it: made once, and looked at in Chromium. What the lab computes is not tried here."""

import contextlib
import importlib.util
import os
import urllib.parse
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

from tools.setup.places import ROOT
from tools.site import build, try_lite

from . import lab as browser_lab

LESSON, EXERCISES = "notebooks/02_filters.html", "notebooks/exercises/02_filters.html"
PAGES = ("index.html", LESSON, EXERCISES, "api/filters.html", "browser.html", "search.html?q=otsu")
# The theme's button for searching has a label of its own.
AXE = """async () => {
    const all = {include: [['html']], exclude: [['.search-button-field']]};
    const {violations, passes} = await axe.run(all, {resultTypes: ['violations']});
    const faults = violations.flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.html.slice(0, 160)}`));
    return {faults, passed: passes.map(rule => rule.id)};
}"""
WIDE = """() => [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => `${e.tagName}.${e.className}`).slice(0, 5)"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The whole site, lab included, made once; or the one that the variable COURSE_SITE names."""
    if os.environ.get("COURSE_SITE"):
        return Path(os.environ["COURSE_SITE"])
    lacking = [name for name in build.NEEDED if importlib.util.find_spec(name) is None]
    if lacking:
        pytest.skip(f"not installed: {', '.join(lacking)} (requirements/site.txt)")
    folder = tmp_path_factory.mktemp("dist") / "site"
    build.build(folder)
    return folder


@pytest.fixture(scope="module")
def chromium():
    with contextlib.ExitStack() as stack:
        try:
            yield stack.enter_context(browser_lab.chromium())
        except browser_lab.Missing as reason:
            (pytest.fail if os.environ.get("COURSE_BROWSER") == "required" else pytest.skip)(str(reason))


@pytest.fixture(scope="module")
def address(site):
    with try_lite.served(site) as url:
        yield url


@pytest.fixture
def opened(site, address, chromium):
    """A function that opens a page of the site; afterwards, nothing may have been asked of another host."""
    asked = []
    with contextlib.ExitStack() as stack:

        def open_page(name, width=1400, height=900, theme="light"):
            context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=theme)
            stack.callback(context.close)
            page = context.new_page()
            page.on("request", lambda request: asked.append(request.url))
            page.goto(address + name, wait_until="load")
            return page

        yield open_page
    hosts = {urllib.parse.urlsplit(url).hostname for url in asked if not url.startswith(("data:", "blob:"))}
    assert hosts == {"127.0.0.1"}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_fault(opened, name, theme):
    page = opened(name, theme=theme)
    assert page.locator("html").get_attribute("data-theme") == theme
    page.evaluate(browser_lab.AXE.read_text(encoding="utf-8"))
    found = page.evaluate(AXE)
    assert {"color-contrast", "document-title", "link-name"} <= set(found["passed"])
    assert found["faults"] == []


@pytest.mark.parametrize("name", [*PAGES, "notebooks/glossary.html", "notebooks/calls.html", "notebooks/snippets.html"])
def test_a_phone_scrolls_no_page_sideways(opened, name):
    page = opened(name, 390, 800)
    # both at once: a scroll bar that comes between two questions makes them differ
    wide, seen = page.evaluate(
        "(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])(document.documentElement)"
    )
    assert wide == seen, page.evaluate(WIDE)


def test_pictures_are_as_bright_in_the_dark(opened):
    page = opened(LESSON, theme="dark")
    styles = page.locator("article img").evaluate_all(
        "all => all.map(img => [getComputedStyle(img).filter, getComputedStyle(img).backgroundColor])"
    )
    assert len(styles) > 30
    assert set(map(tuple, styles)) == {("none", "rgba(0, 0, 0, 0)")}


def test_every_picture_has_a_text(opened):
    texts = opened(LESSON).locator("article img").evaluate_all("all => all.map(img => img.alt)")
    assert all(len(text) > 8 and "/" not in text[:12] for text in texts)


def test_answers_are_folded_until_they_are_opened(opened):
    notebook = nbformat.read(ROOT / LESSON.replace("html", "ipynb"), 4)
    hidden = [cell for cell in notebook.cells if cell.metadata.get("jupyter", {}).get("outputs_hidden")]
    page = opened(LESSON)
    answers = page.locator("article details")
    assert page.locator("article details.hide").count() == len(hidden) > 5
    assert answers.count() > len(hidden)  # those in the text as well
    assert page.locator("article details[open]").count() == 0
    answers.first.locator("summary").focus()
    page.keyboard.press("Enter")
    assert answers.first.get_attribute("open") is not None


def test_the_first_key_leads_past_the_menu(opened):
    page = opened(LESSON)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main-content"


def test_words_are_found(opened):
    page = opened("search.html?q=otsu")
    page.locator("#search-results li").first.wait_for(timeout=20_000)
    found = page.locator("#search-results li a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert any("01_intro" in link for link in found)


def test_formulas_are_drawn_by_the_browser_itself(opened):
    page = opened("notebooks/03_restoration.html")
    sizes = page.locator("article math").evaluate_all("all => all.map(m => m.getBoundingClientRect().height)")
    assert len(sizes) > 10
    assert min(sizes) >= 8
    assert page.evaluate("typeof MathJax") == "undefined"


class Links(HTMLParser):
    """What a page links to and shows, and what on it can be linked to."""

    def __init__(self, text):
        super().__init__()
        self.targets, self.ids = set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src") and value:
                self.targets.add(value)
            elif name in ("id", "name") and value:
                self.ids.add(value)


def test_every_link_inside_leads_somewhere(site):
    pages = {
        p: Links(p.read_text(encoding="utf-8")) for p in site.rglob("*.html") if not {"lite", "_static"} & set(p.parts)
    }
    assert len(pages) > 40
    assert broken_links(site, pages) == []


def broken_links(site, pages):
    """Return "page: link" for each link to a file, a place on a page or a notebook in the lab that is not there."""
    broken = []
    for page, links in pages.items():
        for target in links.targets:
            parts = urllib.parse.urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            file = (page.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else page
            file = file / "index.html" if file.is_dir() else file
            wanted = urllib.parse.unquote(parts.fragment)
            lost = file in pages and wanted and wanted not in pages[file].ids
            inside = urllib.parse.parse_qs(parts.query).get("path", [])  # a notebook, to be opened in the lab
            lost = lost or any(not (site / "lite" / "files" / path).is_file() for path in inside)
            if lost or not file.exists():
                broken.append(f"{page.relative_to(site)}: {target}")
    return broken


def test_the_lab_opens_with_every_notebook(site, address, chromium):
    lab = try_lite.LiteLab(chromium, address)
    try:
        listed = lab.do(
            """async () => {
                const list = async path => {
                    const {content} = await window.jupyterapp.serviceManager.contents.get(path, {content: true});
                    const inner = content.map(item => item.type === 'directory' ? list(item.path) : [item.path]);
                    return (await Promise.all(inner)).flat();
                };
                return await list('');
            }"""
        )
        settings = lab.do(
            """async () => {
                const kept = window.jupyterapp.serviceManager.settings;
                const {raw, schema} = await kept.fetch('@jupyterlab/notebook-extension:tracker');
                return [raw, schema.properties.windowingMode.default];
            }"""
        )
    finally:
        lab.close()
    ours = ROOT / "notebooks"
    wanted = {f"notebooks/{path.name}" for path in ours.glob("*.ipynb")}
    wanted |= {f"notebooks/solutions/{path.name}" for path in ours.glob("solutions/*.ipynb")}
    wanted |= {f"work/{path.name}" for path in ours.glob("exercises/*.ipynb")}
    assert {path for path in listed if path.endswith(".ipynb")} == wanted
    assert "none" in str(settings)
    assert lab.outside == []
