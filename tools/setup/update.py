"""`course.py update`: the newest edition by git, or a learner's own files out of an older folder.

What git would stop at is put out of its way first: a chapter that was run (running it again makes its outputs again),
and what was changed by hand, of which a copy goes to work/kept. Only files that the new edition changes are touched.
Each step can be done again: what an interruption left is finished by the same command.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from . import carry, environment, places, work
from .stops import Stop

NO_GIT = """\
This copy of the course did not come by git, so there is nothing that could be asked for a newer one.
Download the new one, unpack it into a folder of its own, and there, in the new folder, run

    python course.py update --from "{}"

which brings over your notebooks, your progress and what you changed. The old folder stays as it is."""


def main(words):
    """Bring the course up to date; `--from FOLDER` takes the learner's files out of an older copy of it."""
    if words and (words[0] != "--from" or len(words) != 2):
        raise Stop(f"update takes nothing or --from FOLDER; this came: {' '.join(words)}")
    try:
        with environment.alone():
            lines = carry.over(Path(words[1])) if words else by_git()
            lines += work.fill()
    except OSError as error:
        raise Stop(f"{error}\nNothing is lost. When that is mended, the same command goes on.") from None
    print("\n".join(lines))
    return 0


def by_git():
    """Fetch the new edition, keep what it would change of the learner's, and go on to it; return what to tell."""
    upstream = look_around()
    fetch(upstream.split("/")[0])
    old, new = git("rev-parse", "HEAD").strip(), git("rev-parse", upstream).strip()
    if succeeds("merge-base", "--is-ancestor", new, old):
        return ["Nothing new: this is the newest."]
    if not succeeds("merge-base", "--is-ancestor", old, new):
        raise Stop(
            f"This copy has commits that {upstream} does not have, so nothing was changed. With git:\n\n"
            f"    git merge {upstream}\n\nbrings both together."
        )
    lines = clear_the_way(old, new)
    git("merge", "--quiet", "--ff-only", new)
    number = len(git("rev-list", f"{old}..{new}").split())
    changes = "one change" if number == 1 else f"{number} changes"
    return [*lines, f"The course is new: {changes}. CHANGELOG.md says what they are about."]


def look_around():
    """Return the name of the branch that this one follows, or stop where git cannot help."""
    if not os.path.lexists(str(places.ROOT / ".git")):  # another project's, further up, is not the course's
        raise Stop(NO_GIT.format(places.ROOT))
    if not shutil.which("git"):
        raise Stop("This copy of the course came by git, and git is not found. Install it, and try again.")
    if succeeds("rev-parse", "--verify", "--quiet", "MERGE_HEAD"):
        raise Stop("A merge was begun here and not ended. `git merge --abort` takes it back; then try again.")
    if not succeeds("rev-parse", "--verify", "--quiet", "@{upstream}"):
        raise Stop("This branch follows no other one, so there is nothing to ask. `git switch main`, and try again.")
    return git("rev-parse", "--abbrev-ref", "--symbolic-full-name", "@{upstream}").strip()


def fetch(remote):
    """Ask for what is new, saying whom."""
    address = re.sub("//[^/@]*@", "//", git("remote", "get-url", remote).strip())  # without a password
    print(f"Asking {address} for what is new (git fetch).", flush=True)
    try:
        git("fetch", "--quiet", remote)
    except Stop as stop:
        raise Stop(f"{stop}\n\nNothing was changed. Is this machine online? Then try again.") from None


def clear_the_way(old, new):
    """Keep what the learner changed of the files that differ between two commits, and put those back as they were."""
    before, after = differing(old, new)
    there, staged = blobs_of(before), index(before)
    lines, unstage, restore = [], [], []
    for name, original in before.items():
        here, known = there.get(name), {original, after[name], None}
        for own in sorted({here, *staged.get(name, ())} - known):
            lines += keep(name, own, here, original)
        if staged.get(name, []) != [original] * (original is not None):
            unstage.append(name)
        if original is None and here not in known:
            (places.ROOT / name).unlink()  # the new edition has another file there, and this one is kept by now
        elif original is not None and here != original:
            restore.append(name)
    put_back(unstage, restore)
    return lines


def keep(name, own, here, original):
    """Keep what a learner made of a file, unless a chapter was only run; return what to tell."""
    content = (places.ROOT / name).read_bytes() if own == here else git_bytes("cat-file", "blob", own)
    cells = work.cells_of(content) if name.endswith(".ipynb") else None
    if cells and original and cells == work.cells_of(git_bytes("cat-file", "blob", original)):
        return []
    place = Path(*[part for part in Path(name).parts if part != "notebooks"])
    kept = work.keep(content, place)
    return [f"You changed {name}: your version is kept as {kept.parent.parent.name}/kept/{kept.name}"]


def put_back(unstage, restore):
    """Let git's index, and files in the folder, be what the last commit says."""
    listed = ["--pathspec-from-file=-", "--pathspec-file-nul"]
    if unstage:
        git("reset", "--quiet", *listed, standard_input="\0".join(unstage))
    if restore:
        git("checkout", "--quiet", "HEAD", *listed, standard_input="\0".join(restore))


def differing(old, new):
    """Return {name: number of its content} in two commits, for the files that differ; None stands for no file."""
    before, after = {}, {}
    words = iter(git("diff", "--raw", "--no-abbrev", "--no-renames", "-z", old, new).split("\0"))
    for what, name in zip(words, words):
        _, _, first, second, _ = what.split(" ")
        before[name], after[name] = (None if not blob.strip("0") else blob for blob in (first, second))
    return before, after


def index(names):
    """Return {name: [numbers of what is staged under it]}; more than one after a conflict."""
    staged = {}
    for entry in filter(None, git("ls-files", "--stage", "-z").split("\0")):
        what, name = entry.split("\t", 1)
        staged.setdefault(name, []).append(what.split(" ")[1])
    return {name: staged[name] for name in names if name in staged}


def blobs_of(names):
    """Return {name: number that git would give to what lies there now}, for those names under which a file lies."""
    files = [name for name in names if (places.ROOT / name).is_file()]
    numbers = git("hash-object", "--stdin-paths", standard_input="\n".join(files)).split()
    return dict(zip(files, numbers))


def succeeds(*words):
    """Tell whether git says yes."""
    return run(*words).returncode == 0


def git(*words, standard_input=""):
    """Return what git prints."""
    return git_bytes(*words, standard_input=standard_input).decode("utf-8", "surrogateescape")


def git_bytes(*words, standard_input=""):
    """Return what git prints, byte by byte; stop with its own words where it fails."""
    done = run(*words, standard_input=standard_input)
    if done.returncode:
        raise Stop(done.stderr.decode("utf-8", "replace").strip() or f"git {words[0]} failed")
    return done.stdout


def run(*words, standard_input=""):
    """Run git in the course's folder; where nobody sits before it, it asks for no password."""
    asks = sys.stdin is not None and sys.stdin.isatty()
    variables = dict(os.environ, GIT_LITERAL_PATHSPECS="1", **({} if asks else {"GIT_TERMINAL_PROMPT": "0"}))
    content = standard_input.encode("utf-8", "surrogateescape")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.run(["git", *words], cwd=str(places.ROOT), env=variables, input=content, **pipes)
