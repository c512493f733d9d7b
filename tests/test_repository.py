"""What a stranger looks at first: licences, citation, changes, versions, forms, and what runs by itself."""

import datetime
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

import course
from tools import licences, release, tests
from tools.setup import pythons
from tools.setup.stops import Stop

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def read(path):
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def files(pattern):
    return sorted(path.relative_to(ROOT).as_posix() for path in GITHUB.glob(pattern))


# --- versions and people -------------------------------------------------------------------------


def test_the_citation_says_what_the_project_says():
    citation = read("CITATION.cff")
    assert (citation["cff-version"], citation["version"]) == ("1.2.0", PROJECT["version"])
    assert [author["name"] for author in citation["authors"]] == [author["name"] for author in PROJECT["authors"]]
    assert citation["license"] == PROJECT["license"]
    assert isinstance(citation["date-released"], datetime.date)


def test_the_changes_begin_with_this_version_or_with_what_comes_next():
    headings = re.findall(r"(?m)^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    versions = [heading.rstrip(",") for heading in headings if heading != "Unreleased"]
    assert versions[0] == PROJECT["version"]
    assert "Unreleased" not in headings[1:]


def test_the_pythons_are_the_same_everywhere():
    known = [f"3.{minor}" for minor in range(pythons.LEAST[1], pythons.NEWEST[1] + 1)]
    assert read(".github/workflows/tests.yml")["jobs"]["whole"]["strategy"]["matrix"]["python"] == known
    told = [line.rpartition(" ")[2] for line in PROJECT["classifiers"] if re.search(r"Python :: 3\.", line)]
    assert told == known
    assert PROJECT["requires-python"] == f">={known[0]}"


# --- licences ------------------------------------------------------------------------------------


def test_the_licence_of_each_package_is_named():
    lines = licences.PAGE.read_text(encoding="utf-8").splitlines()
    rows = dict(re.fullmatch(r"\| ([\w.-]+) \| (.+) \|", line).groups() for line in lines if line.startswith("| "))
    assert sorted(set(rows) - {"package"}) == licences.names(), "run `python -m tools.licences`"


def test_each_picture_has_a_licence_and_no_key_that_nobody_explains():
    text = (ROOT / "data" / "SOURCES.toml").read_text(encoding="utf-8")
    explained = set(re.findall(r"(?m)^# (\w+):", text))
    usual = {"title", "author", "licence", "source", "edits", "use", "sha256"}
    for name, entry in tomllib.loads(text).items():
        assert usual <= set(entry) <= usual | explained, name
        assert entry["licence"]
    assert {"dots", "faces", "mask", "package"} <= explained
    assert all(re.search(rf"(?m)^{key} = ", text) for key in ("dots", "faces", "mask", "package"))


# --- what runs by itself -------------------------------------------------------------------------


@pytest.mark.parametrize("path", files("workflows/*.yml"))
def test_workflows_call_what_there_is_and_end(path):
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        for step in job["steps"]:
            words = step.get("run", "").split()
            assert "uses" in step or words
            if words[:2] == ["python", "course.py"]:
                assert words[2] in course.VERBS


def test_ruff_before_a_commit_is_the_ruff_of_the_tests():
    hooks = [hook for repository in read(".pre-commit-config.yaml")["repos"] for hook in repository["hooks"]]
    wanted = {name for hook in hooks for name in hook["additional_dependencies"]}
    lock = (ROOT / "requirements" / "course.txt").read_text(encoding="utf-8")
    assert wanted == {re.search(r"(?m)^ruff==[\d.]+", lock)[0]}


@pytest.mark.parametrize("path", [name for name in files("ISSUE_TEMPLATE/*.yml") if "config" not in name])
def test_forms_ask_what_github_can_ask(path):
    form = read(path)
    assert {"name", "description", "body"} <= set(form)
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert {field["type"] for field in fields} <= {"input", "textarea", "dropdown", "checkboxes"}
    assert all(field["attributes"]["label"] for field in fields)
    names = [field["id"] for field in fields]
    assert len(set(names)) == len(names)
    assert any(field.get("validations", {}).get("required") for field in fields)


# --- a new version -------------------------------------------------------------------------------


def git(folder, *words):
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A repository with version 1.0.0 and something new. Its tests pass."""
    for person in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{person}_NAME", "somebody")
        monkeypatch.setenv(f"GIT_{person}_EMAIL", "somebody@localhost")
    monkeypatch.setattr(release, "ROOT", tmp_path)
    monkeypatch.setattr(tests, "test", lambda words: 0)
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\nversion = "1.0.0"\n[tool]\nversion = "7"\n')
    (tmp_path / "CITATION.cff").write_text("cff-version: 1.2.0\nversion: 1.0.0\ndate-released: 2026-01-01\n")
    (tmp_path / "CHANGELOG.md").write_text(
        "# Changes\n\n## Unreleased\n\nA new chapter.\n\n## 1.0.0, 2026-01-01\n\nAll.\n"
    )
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "first")
    return tmp_path


def test_a_new_version_stands_everywhere_and_is_tagged(project, capsys):
    assert release.main(["1.1.0"]) == 0
    today = datetime.date.today().isoformat()
    assert (project / "pyproject.toml").read_text().count('version = "1.1.0"') == 1
    assert 'version = "7"' in (project / "pyproject.toml").read_text()
    assert (project / "CITATION.cff").read_text() == f"cff-version: 1.2.0\nversion: 1.1.0\ndate-released: {today}\n"
    assert f"## 1.1.0, {today}\n\nA new chapter." in (project / "CHANGELOG.md").read_text()
    assert git(project, "describe").strip() == "v1.1.0"
    assert git(project, "status", "--porcelain") == ""
    assert "git push --follow-tags" in capsys.readouterr().out
    with pytest.raises(Stop, match="There is a v1"):
        release.main(["1.1.0"])


def test_the_version_that_is_written_already_is_tagged_alone(project):
    before = git(project, "rev-parse", "HEAD")
    assert release.main(["1.0.0", "--tested"]) == 0
    assert git(project, "rev-parse", "v1.0.0^{commit}") == before


@pytest.mark.parametrize(
    ("version", "change", "told"),
    [
        ("1.1", lambda folder: None, "three numbers"),
        ("0.9.0", lambda folder: None, "older than what is here, 1.0.0"),
        ("1.1.0", lambda folder: (folder / "new.txt").touch(), "not committed"),
        ("1.1.0", lambda folder: git(folder, "switch", "--quiet", "-c", "other"), "branch main"),
    ],
)
def test_what_is_no_version_is_told_and_changes_nothing(project, version, change, told):
    change(project)
    before = {path.name: path.read_bytes() for path in project.glob("[a-zC]*.*")}
    with pytest.raises(Stop, match=told):
        release.main([version])
    assert {path.name: path.read_bytes() for path in project.glob("[a-zC]*.*")} == before
    assert git(project, "tag") == ""


def test_without_news_or_with_failing_tests_there_is_no_version(project, monkeypatch):
    monkeypatch.setattr(tests, "test", lambda words: 1)
    with pytest.raises(Stop, match="tests fail"):
        release.main(["1.1.0"])
    (project / "CHANGELOG.md").write_text("# Changes\n\n## Unreleased\n\n## 1.0.0, 2026-01-01\n")
    git(project, "commit", "--quiet", "-am", "no news")
    with pytest.raises(Stop, match="no section"):
        release.main(["1.1.0", "--tested"])


def test_a_tag_that_cannot_be_made_leaves_all_as_it_was(project, monkeypatch):
    hook = project / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    before = (project / "pyproject.toml").read_text()
    with pytest.raises(Stop):
        release.main(["1.1.0"])
    assert (project / "pyproject.toml").read_text() == before
    assert git(project, "status", "--porcelain") == ""


def test_which_version_is_asked_for():
    with pytest.raises(Stop, match="Which version"):
        release.main([])
