"""Pages that need no network: Markdown becomes HTML, formulas and pictures stand in the page itself."""

import functools
import html
import io
import re

import mistune
from matplotlib import mathtext
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from ..setup.stops import Stop

MATH = re.compile(r"\$\$(.+?)\$\$|(?<![\\$`\w])\$([^$`\n]+?)\$(?!\d)", re.DOTALL)
CODE = re.compile(r"(`[^`\n]+`)")
LINK = re.compile(r"\[([^\]]+)\]\((?!https?:)[^)]*\)")  # into the course: there is nothing behind it on paper
KINDS = ("image/png", "image/jpeg")
_markdown = mistune.create_markdown(escape=False, plugins=["table", "strikethrough"])


def rendered(text):
    """Return Markdown as HTML, with formulas drawn and links into the course as plain words.

    >>> print(rendered("*Otsu* [there](x.ipynb)").strip())
    <p><em>Otsu</em> there</p>
    """
    parts = CODE.split(LINK.sub(r"\1", text))
    return _markdown("".join(part if CODE.fullmatch(part) else MATH.sub(_drawn, part) for part in parts))


def inline(text):
    """Return one line of Markdown as HTML without a paragraph around it."""
    return re.sub(r"^<p>|</p>$", "", rendered(text).strip())


def _drawn(found):
    return formula((found[1] or found[2]).strip(), bool(found[1]))


@functools.cache
def formula(text, alone=False):
    """Return a formula as a drawing in the colour and the size of the text around it."""
    text = text.replace(r"\tfrac", r"\frac").replace("\n", " ")
    parser = mathtext.MathTextParser("path")
    width, height, depth, _, _ = parser.parse(f"${text}$", dpi=72, prop=None)
    figure = Figure(figsize=(width / 72, height / 72))
    figure.text(0, depth / height, f"${text}$", fontsize=10)
    FigureCanvasSVG(figure)
    with io.StringIO() as stream:
        figure.savefig(stream, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
        drawing = stream.getvalue()
    drawing = re.sub(r"<metadata>.*?</metadata>", "", drawing[drawing.index("<svg") :], flags=re.DOTALL)
    drawing = re.sub(r"\bid=\"[^\"]*\"(?=[^>]*>\s*<!--)", "", drawing)
    size = f'style="height:{height / 10:.2f}em;width:{width / 10:.2f}em;vertical-align:{-depth / 10:.2f}em"'
    drawing = re.sub(r'<svg height="[^"]*"', "<svg", drawing).replace("<svg", f'<svg {size} role="img"', 1)
    drawing = re.sub(r' (?:width|height)="[\d.]+pt"', "", drawing).replace("\n", " ")
    kind = "formula alone" if alone else "formula"
    return f'<span class="{kind}" role="math" aria-label="{html.escape(text, quote=True)}">{drawing}</span>'


def pictures(cell):
    """Return the pictures among a cell's outputs as (address that holds the picture, width, height)."""
    from PIL import Image

    found = []
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        for kind in KINDS:
            if kind in data:
                import base64

                code = "".join(data[kind].split())
                found.append((f"data:{kind};base64,{code}", *Image.open(io.BytesIO(base64.b64decode(code))).size))
    return found


def printed(cell):
    """Return what a cell prints, and the last value that it shows as text."""
    lines = []
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        if output.output_type == "stream":
            lines.append(output.text)
        elif output.output_type == "execute_result" and not any(kind in data for kind in KINDS):
            lines.append(data.get("text/plain", ""))
    return "\n".join(line.strip("\n") for line in lines if line.strip())


def page(title, body, style, script=""):
    """Return a whole page."""
    code = f"<script>\n{script}</script>\n" if script else ""
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{html.escape(title)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n{body}\n{code}</body>\n</html>\n"
    )


def folder(words, what):
    """Return the folder that was named, made where it is not there; files in it stay until they are written anew."""
    from pathlib import Path

    if len(words) != 1 or words[0].startswith("-"):
        raise Stop(f"Name a folder for {what}: python course.py classroom {what} DIR")
    found = Path(words[0])
    if found.exists() and not found.is_dir():
        raise Stop(f"{found} is a file; name a folder.")
    found.mkdir(parents=True, exist_ok=True)
    return found


def write(path, text):
    """Write a page, unless a file of that name is there already and says something else: then stop."""
    if path.exists() and path.read_text(encoding="utf-8", errors="replace") != text:
        raise Stop(f"{path} exists and stays as it is. Name another folder, or move that file.")
    path.write_text(text, encoding="utf-8", newline="\n")
    print(path)
