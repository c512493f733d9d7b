"""The button *Camera*: small frames from the browser, each answered when it is on the screen."""

import io
from pathlib import Path

import anywidget
import numpy as np
import traitlets
from PIL import Image

HERE = Path(__file__).parent
SIDE = 320  # pixels of a frame along the longer side: what two cores work on many times a second
ELSEWHERE = "The camera went to another explorer or page: press Camera to have it here again."
OTHER_PICTURE = "The camera was switched off, because another picture was chosen."


class CameraButton(anywidget.AnyWidget):
    """A button for the camera; `take_frame`, `take_picture` and `end` are called with what comes from it.

    One view of one explorer has the camera at a time: the one that began last. Every message names its view, since
    all pages that show a notebook hear every answer.
    """

    _esm = (HERE / "camera.js").read_text(encoding="utf-8")
    _css = (HERE / "camera.css").read_text(encoding="utf-8")
    side = traitlets.Int(SIDE).tag(sync=True)
    owner = None  # of the class: the button and the view that have the camera

    def __init__(self, take_frame, take_picture, end, **traits):
        super().__init__(**traits)
        self._take_frame, self._take_picture, self._end = take_frame, take_picture, end
        self.on_msg(self._hear)

    @property
    def live(self):
        """Whether this button has the camera."""
        return CameraButton.owner is not None and CameraButton.owner[0] is self

    def _hear(self, _, message, buffers):
        kind, view = message["kind"], message["view"]
        if kind == "begin":
            self.release(ELSEWHERE)
            CameraButton.owner = self, view
        elif kind == "end":
            if CameraButton.owner == (self, view):
                self.release()
        elif CameraButton.owner != (self, view):
            self.send({"kind": "stop", "view": view, "told": ELSEWHERE})
        elif kind == "picture":
            self.release()
            self._take_picture(bytes(buffers[0]))
        else:
            self._answer(view, message["frame"], bytes(buffers[0]))

    def _answer(self, view, frame, content):
        """Say that a frame has come, show it, and say that it is shown, so that the next one is taken."""
        self.send({"kind": "came", "view": view, "frame": frame})
        try:
            self._take_frame(np.asarray(Image.open(io.BytesIO(content), formats=["JPEG"]).convert("RGB")))
        finally:
            self.send({"kind": "shown", "view": view, "frame": frame})

    @staticmethod
    def release(told=""):
        """Take the camera from whoever has it, and say why, if the browser does not know."""
        if CameraButton.owner is None:
            return
        (button, view), CameraButton.owner = CameraButton.owner, None
        if told:
            button.send({"kind": "stop", "view": view, "told": told})
        button._end()
