"""Where a file of the project is found on the site, and where what is not on the site is found elsewhere."""

import posixpath
import re
import tomllib
from urllib.parse import quote, urlsplit

from ..setup.places import ROOT

LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^()\s]+)\)")
LAB = "lite/lab/index.html?path="


def repository():
    """Return the address of the project's repository, or None: pyproject.toml is the one place that has it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    urls = {name.lower(): url for name, url in project.get("urls", {}).items()}
    return next((urls[name].rstrip("/") for name in ("repository", "source", "homepage") if name in urls), None)


def placed(text, page, on_site, repository=None):
    """Return Markdown whose links to the project's files lead to the site's pages.

    `on_site` holds the project's paths that are pages. A link to another file leads into the repository; without one,
    it becomes plain text.

    >>> placed("[go](../work/a.ipynb#b), [x](../x.py)", "notebooks/a.ipynb", {"notebooks/exercises/a.ipynb"})
    '[go](exercises/a.ipynb#b), x'
    """
    written_in = posixpath.dirname(in_the_lab(page))  # an exercise's links start from work/

    def lead(link):
        words, target = link.groups()
        parts = urlsplit(target)
        if parts.scheme or not parts.path:
            return link[0]
        path = posixpath.normpath(posixpath.join(written_in, parts.path))
        path = re.sub(r"^work/", "notebooks/exercises/", path)
        if path in on_site:
            near = posixpath.relpath(site_path(path), posixpath.dirname(site_path(page)))
            return f"[{words}]({near}{'#' + parts.fragment if parts.fragment else ''})"
        return f"[{words}]({repository}/blob/main/{quote(path)})" if repository else words

    return LINK.sub(lead, text)


def anchor(title):
    """Return a heading's anchor as JupyterLab has it, in the spelling in which Markdown's reader hands links on.

    >>> anchor("Where should we cut? Otsu's answer")
    "Where-should-we-cut%3F-Otsu's-answer"
    """
    return quote(title.strip().replace(" ", "-"), safe="!~*'()")


def site_path(path):
    """Return where a page of the project lies on the site: those of docs/ lie at its top.

    >>> site_path("docs/guide.md"), site_path("notebooks/01_intro.ipynb")
    ('guide.md', 'notebooks/01_intro.ipynb')
    """
    return path.removeprefix("docs/")


def in_the_lab(path):
    """Return where a notebook lies in the lab that runs in the browser: exercises are done in work/.

    >>> in_the_lab("notebooks/exercises/01_intro.ipynb")
    'work/01_intro.ipynb'
    """
    return path.replace("notebooks/exercises/", "work/")


def doors(path, repository=None):
    """Return the ways to run a notebook, as {name: address}; addresses on the site are given from its top.

    Parameters
    ----------
    path : str
        In the project.
    repository : str, optional
        The repository's address; Binder and Colab take what lies at GitHub.
    """
    found = {"in your browser": LAB + in_the_lab(path)}
    parts = urlsplit(repository or "")
    if parts.hostname == "github.com":
        name = parts.path.strip("/").removesuffix(".git")
        found["on Binder"] = f"https://mybinder.org/v2/gh/{name}/HEAD?urlpath=" + quote(
            f"lab/tree/{in_the_lab(path)}", ""
        )
        found["on Colab"] = f"https://colab.research.google.com/github/{name}/blob/HEAD/{path}"
    return found
