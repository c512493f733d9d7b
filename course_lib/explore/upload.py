"""The button *Your picture*: a file in pieces that pass every server's limit, and a line on what becomes of it."""

import time
from pathlib import Path

import anywidget
import traitlets

HERE = Path(__file__).parent
LARGEST = 300_000_000  # bytes; a photograph of 200 megapixels has some 60 million
PATIENCE = 3  # seconds that the rest of a file may take; a photograph that would take longer is made smaller first


class PictureButton(anywidget.AnyWidget):
    """A button for a file; `value` holds ``({"name", "type", "size", "content"},)`` while it is looked at.

    The browser sends the next piece when it hears that the last one has come, and the next file when the one before
    is on the screen. Where it has made the picture smaller, "was" says how many rows and columns there were.
    """

    _esm = "\n".join((HERE / name).read_text(encoding="utf-8") for name in ("smaller.js", "upload.js"))
    _css = (HERE / "upload.css").read_text(encoding="utf-8")
    value = traitlets.Tuple()  # stays in the kernel
    told = traitlets.Unicode("").tag(sync=True)
    busy = traitlets.Bool(False).tag(sync=True)
    largest = traitlets.Int(LARGEST).tag(sync=True)
    patience = traitlets.Float(PATIENCE).tag(sync=True)

    def __init__(self, **traits):
        super().__init__(**traits)
        self._pieces, self._began, self._name = {}, 0.0, ""
        self.on_msg(self._take_piece)

    def _take_piece(self, _, message, buffers):
        """Add a piece to its file; when it is the last one, hand the file on."""
        file, piece = message["id"], bytes(buffers[0]) if buffers else b""
        if message["start"] == 0:
            self._pieces = {file: []}
        if file not in self._pieces or sum(map(len, self._pieces[file])) != message["start"]:
            self.send({"id": file, "kind": "lost"})
            return
        self._pieces[file].append(piece)
        if message["start"] + len(piece) < message["size"]:
            self.send({"id": file, "kind": "more"})
            return
        content = b"".join(self._pieces.pop(file))
        try:
            about = {key: message.get(key) for key in ("name", "type", "size", "was")}
            self.value = (about | {"content": content},)
        finally:
            self.value = ()
            self.send({"id": file, "kind": "taken"})

    def begin(self, name, doing):
        """Say what is being done with a file; the browser counts the seconds."""
        if not self.busy:
            self._began, self._name = time.perf_counter(), name
        self.told, self.busy = f"{name}: {doing}", True

    def done(self):
        """Say that it is on the screen, and how long that took."""
        if self.busy:
            self.told, self.busy = f"{self._name}, after {time.perf_counter() - self._began:.1f} s", False

    def clear(self):
        """Say nothing."""
        self.told, self.busy = "", False
