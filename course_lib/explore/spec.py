"""What an explorer is made of, before it is opened."""

import dataclasses
import inspect


@dataclasses.dataclass(frozen=True)
class Spec:
    """What an explorer is made of: its view, its controls, and how its picture is prepared."""

    name: str
    view: callable
    controls: dict
    code: object
    sample: callable
    takes: str  # "grey", "colour", "any", or "none" for a view of no picture
    preview: float | None = None  # share of the rows and columns that a quick first answer uses
    still: dict = dataclasses.field(default_factory=dict)  # controls that stand elsewhere in the still picture
    pixels: tuple = ()  # controls that count pixels: a preview has fewer of them
    wide: tuple = ()  # names of panes that take more room than the others
    side: int | None = None  # larger pictures are reduced to this, by whole steps
    idle: dict = dataclasses.field(default_factory=dict)  # control: whether it does nothing where the others stand
    reads: object = None  # the functions to be read under it; the view, if none is named
    least: int = 1  # rows and columns that a picture needs
    stages: tuple = ()  # for each step of a step-through: what marks its lines in them

    def code_of(self, image, parameters):
        """Return the line of code that makes what the view shows of a picture."""
        if not callable(self.code):
            return self.code.format(**parameters)
        picture = {"image": image} if "image" in inspect.signature(self.code).parameters else {}
        return self.code(**picture, **parameters)

    def first_values(self):
        """Return the controls' first values by name, where the view has defaults for them."""
        defaults = {name: p.default for name, p in inspect.signature(self.view).parameters.items()}
        return {name: value for name, value in defaults.items() if value is not inspect.Parameter.empty}
