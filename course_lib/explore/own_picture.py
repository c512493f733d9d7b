"""Which picture an explorer shows: the one that it opened with, or one of the learner's own."""

import html

import ipywidgets as widgets

from ..data.catalogue import Lacking, load
from ..data.opening import picture_size
from ..data.reading import find
from ..data.work import keep_picture, path_from_here
from .live import Live
from .prepare import UPLOAD_SIDE, prepare, prepare_own, read_code
from .turns import alone
from .upload import PictureButton

NOT_KEPT = "It could not be copied into the folder work ({}): before you run the code, put it beside your notebook."
SMALLER = " Your browser made it smaller, {} pixels, for the way here is slow."
TOO_SMALL = (
    "{} has {} pixels, and this explorer needs {} rows and columns at least: take a larger one with Your picture"
)


class OwnPicture(Live):
    """The part of an explorer that takes pictures: from the call, from a file or the camera, and back again."""

    def _make_buttons(self):
        self._upload = PictureButton()
        self._upload.observe(self._take_upload, "value")
        hidden = {"display": "none", "width": "auto"}
        self._back = widgets.Button(description="Back to the first picture", layout=hidden)
        self._back.on_click(lambda _: self._change_picture(*self._first))
        self._make_camera()

    def _take_first(self, image):
        """Take the picture that the explorer opens with: the learner's, or else the sample."""
        picture, lacking = (image, "") if image is not None else _sample_or_dice(self.spec.sample)
        shown, code, note = prepare(picture, self.spec.takes, side=self.spec.side)
        note = " ".join(filter(None, (lacking, note)))
        self._first = shown, "image" if image is None else code, note  # the sample is not the learner's `image`
        self._take(*self._first)

    def _take(self, image, code, note="", read=""):
        """Take a picture, the expression that makes it of `image`, a note on it, and the line that reads `image`."""
        self._taken = image, code, note, read
        self.image, self._about = image, note
        lines = [read, "" if code == "image" else f"image = {code}"]
        self._source = "".join(f"{line}\n" for line in lines if line)

    @alone
    def _take_upload(self, change):
        if not change.new:
            return
        self._stop_camera()
        file = change.new[0]
        name, before = file["name"], self._taken
        self._upload.begin(name, "reading")
        try:
            own = self._prepared(bytes(file["content"]), name, file.get("was"))
            doing = f"computing {self.spec.name.replace('_', ' ')} on {picture_size(own[0].shape)} pixels"
            self._upload.begin(name, doing)
            self._change_picture(*own)
        except Exception as error:  # a picture that nobody foresaw: the one before stays
            if self._taken is not before:
                self._change_picture(*before)
            self._refuse(error if isinstance(error, ValueError) else f"{name}: {error or type(error).__name__}")
            self._upload.clear()
        self._upload.value = ()

    def _prepared(self, content, name, was=None):
        """Return a file's picture as `_take` takes it; `was`: its rows and columns before the browser reduced it."""
        found = find(content, name, max_side=UPLOAD_SIDE)
        own, code, note = prepare_own(found.array, self.spec.takes, self._first[0].dtype, self.spec.side)
        if min(own.shape[:2]) < self.spec.least:
            raise ValueError(TOO_SMALL.format(name, picture_size(own.shape), self.spec.least))
        try:
            path, not_kept = path_from_here(keep_picture(content, name)), ""
        except OSError as error:
            path, not_kept = name, NOT_KEPT.format(error.strerror or error)
        size = f"{picture_size(found.array.shape)} pixels"
        if found.array.shape[:2] != tuple(was or found.size):
            size += f" of {picture_size(was or found.size)}"
        kept = not_kept or f"The code reads its copy, {path}."
        kept += SMALLER.format(picture_size(found.size)) if was else ""
        about = html.escape(f"Your picture: {name}, {size}. {kept}")
        return own, code, " ".join(filter(None, (about, *found.notes, note))), read_code(path, found.array)

    @alone
    def _change_picture(self, *taken):
        self._take(*taken)
        self._back.layout.display = "none" if self.image is self._first[0] else ""
        self._make_controls_anew()
        self.update()
        if self.image is self._first[0]:
            self._upload.clear()

    def _make_controls_anew(self):
        """Make the controls for another picture; those that do not depend on it stay where they stand."""
        kept = {name: c.value for name, c in self.controls.items() if not callable(self.spec.controls[name])}
        self.controls = self._make_controls(kept)
        self._show_controls()


def _sample_or_dice(sample):
    """Return the picture that an explorer opens with, and a note where that is the dice in place of a missing one."""
    try:
        return sample(), ""
    except Lacking as lacking:
        return load("dice"), f"These are dice: {html.escape(str(lacking))}."
