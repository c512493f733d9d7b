"""What the camera sees, in an explorer: its view on each frame, or one picture that is kept."""

from ..data.opening import picture_size
from .camera_button import OTHER_PICTURE, CameraButton
from .prepare import prepare
from .turns import alone

TOLD = "The camera, {} pixels. Nothing is kept: Take this picture puts one into work/pictures."
READ = "image = explore.frame()"
NAME = "camera.png"
_newest = []  # the frame that is on the screen while the camera is on


def frame():
    """Return what the camera shows in an explorer now: (rows, cols, 3), 0 to 255.

    Raises
    ------
    ValueError
        If no explorer shows the camera.
    """
    newest = list(_newest)  # another thread may switch the camera off meanwhile
    if not newest:
        raise ValueError("expected an explorer with its camera on, got none; press Camera under one")
    return newest[0].copy()


class Live:
    """The part of an explorer that takes frames of the camera."""

    def _make_camera(self):
        self._camera = CameraButton(self._take_frame, self._take_shot, self._end_live)
        self._before = None  # what was shown before the camera

    @alone
    def _take_frame(self, seen):
        """Show the view of a frame, with the controls as they stand."""
        if not self._camera.live:
            return  # while it waited for its turn in one thread, another picture was chosen in another
        image, code, _ = prepare(seen, self.spec.takes, self._first[0].dtype, self.spec.side)
        begins = self._before is None
        self._before = self._before or self._taken
        alike = not begins and (image.shape, image.dtype) == (self.image.shape, self.image.dtype)
        _newest[:] = [seen]
        self._take(image, code, TOLD.format(picture_size(image.shape)), READ)
        try:
            if begins:
                self._upload.clear()  # the file is not on the screen any more
                self._back.layout.display = "none"  # Stop the camera does that
            if not alike:
                self._make_controls_anew()
            self.update_in_full()
        except Exception as error:  # a frame that the view cannot take, as all black: the next one may be other
            self._refuse(f"{type(error).__name__}: {error}")

    @alone
    def _take_shot(self, content):
        """Take one picture as if it came from a file."""
        self._upload.value = ({"name": NAME, "type": "image/png", "size": len(content), "content": content},)

    @alone
    def _end_live(self):
        """Show again what was there before the camera."""
        before, self._before = self._before, None
        _newest.clear()
        if before is not None:
            self._change_picture(*before)

    def _stop_camera(self):
        """Another picture was chosen."""
        if self._camera.live:
            self._camera.release(OTHER_PICTURE)
