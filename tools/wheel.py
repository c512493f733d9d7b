"""What hatchling asks while it builds the wheel: the notebooks go along, without their outputs.

`python -m course_lib start` copies them from there. Their pictures, 10 MB, come back when they are run.
"""

import json
import tempfile
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = (".", "exercises", "solutions")


class CustomBuildHook(BuildHookInterface):
    """Adds the notebooks to the wheel; an editable install finds them where they lie."""

    def initialize(self, version, build_data):
        """Write the notebooks into a folder of their own, and name it to the builder."""
        if version == "editable":
            return
        self.made = tempfile.TemporaryDirectory(prefix="course-wheel-")
        for folder in FOLDERS:
            for original in sorted(Path(self.root, "notebooks", folder).glob("*.ipynb")):
                copy = Path(self.made.name, folder, original.name)
                copy.parent.mkdir(exist_ok=True)
                copy.write_text(without_outputs(original.read_text(encoding="utf-8")), encoding="utf-8")
        build_data["force_include"][self.made.name] = "course_lib/notebooks"

    def finalize(self, version, build_data, artifact_path):
        """Remove what was written."""
        if version != "editable":
            self.made.cleanup()


def without_outputs(text):
    """Return a notebook's text without what its cells gave."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
