"""Why a file is no picture that can be read, and what to do about it."""

import io
import re
from pathlib import Path

from PIL import TiffImagePlugin

_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_SUFFIXES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".gif", ".bmp", ".avif", ".jp2", ".pgm", ".ppm"}
_STARTS = {  # what a file of another kind starts with -> what it is, and the way to a picture
    b"%PDF": "is a PDF document; export its page as PNG, or take a screenshot",
    b"%!PS": "is PostScript (EPS), a program that draws; export it as PNG",
    b"\xc5\xd0\xd3\xc6": "is PostScript (EPS), a program that draws; export it as PNG",
    b"version https://git-lfs": "is a pointer of Git LFS, which stands for the file; get the file with `git lfs pull`",
    b"8BPS": "is a Photoshop document; export it as PNG",
    b"PK\x03\x04": "is a ZIP archive (or a document made of one); take the pictures out of it first",
    b"\x93NUMPY": "is an array that NumPy has saved; read it with np.load",
    b"SIMPLE  =": "is a FITS file of astronomy; read it with astropy, or export it as 16-bit TIFF",
    b"\x89HDF": "is an HDF5 file, which holds arrays; read it with h5py, or export it as TIFF",
}
_OURS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF", b"\x00\x00\x00\x0cjP  ")  # of formats that are read
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_KINDS = {1: "whole numbers", 2: "signed whole numbers", 3: "floats", 5: "complex whole numbers", 6: "complex floats"}


def cause(content):
    """Return what a file is that no picture could be read from, as the end of a sentence that starts with its name.

    >>> cause(b"%PDF-1.7")
    'is a PDF document; export its page as PNG, or take a screenshot'
    """
    if not content:
        return "is empty (0 bytes); copy or download it again"
    for start, told in _STARTS.items():
        if content.startswith(start):
            return told
    if content.startswith(_TIFF):
        return _cause_of_tiff(content)
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        return (
            "is an iPhone picture (HEIC); export it as JPEG. New ones come as JPEG with "
            "Settings > Camera > Formats > Most Compatible"
        )
    if content[128:132] == b"DICM":
        return "is a DICOM file of medicine; read it with pydicom, or export it as 16-bit TIFF or PNG"
    text = content[:4096].lower()
    if re.search(rb"<!doctype html|<html", text):
        return "is a web page; the picture itself is saved with a right click on it (Save image as…)"
    if b"<svg" in text:
        return "is an SVG drawing, made of lines and not of pixels; export it as PNG"
    if content.startswith(_OURS) or content[4:12] == b"ftypavif":
        return "is damaged or cut short at its start; copy or download it again"
    return "is no picture that can be read; save it as PNG or JPEG and try again"


def _cause_of_tiff(content):
    try:
        head = io.BytesIO(content)
        tags = TiffImagePlugin.ImageFileDirectory_v2(head.read(16 if content[2:4].strip(b"\0") == b"+" else 8))
        head.seek(tags.next)
        tags.load(head)
        kinds, bits = tags.get(339, (1,)), tags.get(258, (1,))
        channels = f"{len(bits)} channels" if len(bits) > 1 else "one channel"
        numbers = f"{bits[0]}-bit {_KINDS.get(kinds[0], 'numbers')} in {channels}"
    except Exception:  # what is damaged makes Pillow raise nearly everything
        return "is a damaged TIFF picture; copy or download it again"
    return (
        f"is a TIFF picture of {numbers}, which data.read cannot hold; skimage.io.imread reads it, "
        "or save it with 8 bits (in grey also with 16 bits, or as 32-bit floats)"
    )


def missing(given, path):
    """Return why there is no file of the name `given`, which stands for `path`."""
    if re.match(r"[a-zA-Z][\w+.-]+:/|data:", str(given)):
        return (
            f"{given} is an address, not a file; save the picture beside your notebook first, and read it by its name"
        )
    kind = "a folder; add the name of a picture in it" if _holds(path.is_dir) else ""
    if kind:
        return f"{path} is {kind}: {_pictures_in(path)}"
    here = path.parent if _holds(path.parent.is_dir) else Path()
    return f"there is no file {path}; {here.resolve()} holds {_pictures_in(here)}"


def _holds(question):
    try:
        return question()
    except OSError:
        return False


def _pictures_in(folder):
    try:
        pictures = sorted(p.name for p in folder.iterdir() if p.suffix.lower() in _SUFFIXES)[:10]
    except OSError:
        return "what you may not see"
    return ", ".join(pictures) or "no pictures"
