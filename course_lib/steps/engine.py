"""A step-through: an explorer whose control walks through an algorithm, stage by stage."""

import functools

import ipywidgets as widgets

from ..explore.engine import Explorer, explorer
from ..explore.turns import alone


class StepThrough(Explorer):
    """An explorer with a slider over the steps, buttons forward and back, and Play."""

    def _show_controls(self):
        slider = self.controls["step"]
        back = widgets.Button(icon="step-backward", tooltip="One step back", layout={"width": "42px"})
        forward = widgets.Button(icon="step-forward", tooltip="One step forward", layout={"width": "42px"})
        back.on_click(lambda _: self._move(-1))
        forward.on_click(lambda _: self._move(+1))
        play = widgets.Play(min=slider.min, max=slider.max, value=slider.value, interval=800, show_repeat=False)
        widgets.jslink((play, "value"), (slider, "value"))
        others = [control for name, control in self.controls.items() if name != "step"]
        self._bar.children = [play, back, forward, slider, *others]

    def still_controls(self):
        """The last step, where all is to be seen, unless `still` names another one."""
        return {"step": self.controls["step"].max} | self.spec.still

    @alone
    def _move(self, by):
        slider = self.controls["step"]
        slider.value = min(max(slider.value + by, slider.min), slider.max)


step_through = functools.partial(explorer, binding=StepThrough)
