"""Which picture an explorer shows: the one that it opened with, or one of the learner's own."""

import ipywidgets as widgets

from .. import data
from .prepare import UPLOAD_SIDE, prepare, prepare_own, read_code
from .turns import alone


class OwnPicture:
    """The part of an explorer that takes pictures: from the call, from a file, and back again."""

    def _make_buttons(self):
        about = "Explore a picture of your own"
        self._upload = widgets.FileUpload(accept="image/*", description="Your picture", tooltip=about)
        self._upload.observe(self._take_upload, "value")
        hidden = {"display": "none", "width": "auto"}
        self._back = widgets.Button(description="Back to the first picture", layout=hidden)
        self._back.on_click(lambda _: self._change_picture(*self._first))

    def _take_first(self, image):
        """Take the picture that the explorer opens with: the learner's, or else the sample."""
        picture = self.spec.sample() if image is None else image
        shown, code, note = prepare(picture, self.spec.takes, side=self.spec.side)
        self._first = shown, "image" if image is None else code, note  # the sample is not the learner's `image`
        self._take(*self._first)

    def _take(self, image, code, note="", read=""):
        """Take a picture, the expression that makes it of `image`, a note on it, and the line that reads `image`."""
        self.image, self._about = image, note
        lines = [read, "" if code == "image" else f"image = {code}"]
        self._source = "".join(f"{line}\n" for line in lines if line)

    def _take_upload(self, change):
        if not change.new:
            return
        upload = change.new[0]
        try:
            picture = data.read(bytes(upload["content"]), max_side=UPLOAD_SIDE)
            prepared = prepare_own(picture, self.spec.takes, self._first[0].dtype, self.spec.side)
        except ValueError as error:
            self._refuse(str(error).replace("this file", upload["name"], 1))
        else:
            self._change_picture(*prepared, read_code(upload["name"], picture))
        self._upload.value = ()  # so that the same file can be chosen again

    @alone
    def _change_picture(self, *taken):
        self._take(*taken)
        self._back.layout.display = "none" if self.image is self._first[0] else ""
        kept = {name: c.value for name, c in self.controls.items() if not callable(self.spec.controls[name])}
        self.controls = self._make_controls(kept)
        self._show_controls()
        self.update()
