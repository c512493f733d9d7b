"""Write docs/LICENSES.md: the licence of each package that the set-up installs, as the package itself states it.

python -m tools.licences     after the lock has changed; a test tells when
"""

import re
from importlib import metadata

from .setup import places

PAGE = places.ROOT / "docs" / "LICENSES.md"
ELSEWHERE = {  # installed on other systems only, so what is written in their files was looked up by hand
    "appnope": "BSD-2-Clause",
    "colorama": "BSD-3-Clause",
    "pywinpty": "MIT",
}
HEAD = """\
# Licences of what the set-up installs

The course itself: [MIT](../LICENSE). Its pictures: each as [data/SOURCES.toml](../data/SOURCES.toml) says.

`course.py` fetches the packages below, in the versions and with the hashes of `requirements/course.txt`; none is
copied into this repository. The licence is what the package says of itself, in its words; the whole text lies beside it
once it is installed. (What the tests and the pages bring along has its licence beside it.)

Made by `python -m tools.licences`.

| package | licence |
|---|---|
"""


def names():
    """Return the names of the packages in the lock, each once."""
    text = places.LOCK.read_text(encoding="utf-8")
    return sorted(set(re.findall(r"(?m)^([a-z0-9][\w.-]*)==", text)))


def licence(about):
    """Return what a package's metadata says of its licence, in a few words.

    >>> from email.message import Message
    >>> about = Message()
    >>> about["License"], about["Classifier"] = "Copyright (c) many people", "License :: OSI Approved :: BSD License"
    >>> licence(about)
    'BSD License'
    """
    short = about.get("License", "")
    if about.get("License-Expression"):
        return about["License-Expression"]
    if 0 < len(short) <= 40 and "\\n" not in short and short not in ("UNKNOWN", "BSD") and "Copyright" not in short:
        return short
    classifiers = [text.split(" :: ")[-1] for text in about.get_all("Classifier", []) if text.startswith("License ::")]
    if classifiers:
        return ", ".join(classifiers)
    raise SystemExit(f"{about['Name']} states no licence: look for it, and add it to ELSEWHERE in tools/licences.py")


def main():
    """Write the page."""
    lines = [f"| {name} | {ELSEWHERE.get(name) or licence(metadata.metadata(name))} |" for name in names()]
    PAGE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
