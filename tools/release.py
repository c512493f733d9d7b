"""Make a version: `python -m tools.release 1.1.0`, on a clean main branch, with the tests green.

Before, the section *Unreleased* of CHANGELOG.md says what is new. All tests run, the version goes into pyproject.toml,
CITATION.cff and CHANGELOG.md, and the commit is tagged. Nothing is sent anywhere: the command for that is told.
With `--tested`, the tests are not run again. Where anything fails, all is as it was.
"""

import datetime
import re
import subprocess

from . import tests
from .setup.places import ROOT
from .setup.stops import Stop, to_the_end

UNRELEASED = "## Unreleased\n"
FILES = ("pyproject.toml", "CITATION.cff", "CHANGELOG.md")


def main(words):
    """Make the version that the words name."""
    tested = "--tested" in words
    versions = [word for word in words if word != "--tested"]
    if len(versions) != 1:
        raise Stop("Which version? For example: python -m tools.release 1.1.0")
    version = versions[0]
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in FILES}
    look_around(version, texts)
    if not tested and tests.test([]):
        raise Stop("The tests fail, so no version was made.")
    try:
        if current(texts) != version:
            for name, text in renumbered(texts, version, datetime.date.today().isoformat()).items():
                (ROOT / name).write_text(text, encoding="utf-8")
            git("commit", "--quiet", "-m", f"Version {version}", "--", *FILES)
        git("tag", "-a", f"v{version}", "-m", f"Version {version}")
    except BaseException:
        git("checkout", "--quiet", "HEAD", "--", *FILES)
        raise
    print(f"v{version} is tagged. To publish it: git push --follow-tags")
    return 0


def look_around(version, texts):
    """Stop where this cannot become a version."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise Stop(f"A version is three numbers, such as 1.1.0; this came: {version}")
    if git("status", "--porcelain"):
        raise Stop("Something is not committed. Commit it, or put it aside, and try again.")
    if git("branch", "--show-current").strip() != "main":
        raise Stop("Versions are made on the branch main.")
    if git("tag", "--list", f"v{version}"):
        raise Stop(f"There is a v{version} already.")
    if parts(version) < parts(current(texts)):
        raise Stop(f"{version} is older than what is here, {current(texts)}.")
    if current(texts) != version and not re.search(rf"(?m)^{UNRELEASED}\s*[^#\s]", texts["CHANGELOG.md"]):
        raise Stop(f"CHANGELOG.md has no section `{UNRELEASED.strip()}` that says what is new.")


def parts(version):
    """Return a version's numbers, to compare them: 1.10.0 is newer than 1.9.0."""
    return [int(part) for part in version.split(".")]


def current(texts):
    """Return the version that pyproject.toml names."""
    return re.search(r'(?m)^version = "(.*)"$', texts["pyproject.toml"])[1]


def renumbered(texts, version, day):
    """Return the three texts with a new version in them."""
    project, citation, changes = (texts[name] for name in FILES)
    project = re.sub(r'(?m)^version = ".*"$', f'version = "{version}"', project, count=1)
    citation = re.sub(r"(?m)^version: .*$", f"version: {version}", citation)
    citation = re.sub(r"(?m)^date-released: .*$", f"date-released: {day}", citation)
    changes = changes.replace(UNRELEASED, f"## {version}, {day}\n", 1)
    return dict(zip(FILES, (project, citation, changes), strict=True))


def git(*words):
    """Return what git prints."""
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise Stop(done.stderr.strip() or f"git {words[0]} failed")
    return done.stdout


if __name__ == "__main__":
    to_the_end(main)
