"""The course's settings for a Jupyter server, for all who set JUPYTER_CONFIG_PATH to this folder.

`course.py lab` does, Binder and a hub do, and a plain Jupyter may: JUPYTER_CONFIG_PATH=tools/jupyter jupyter lab
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
try:
    from tools.server import settings
finally:
    del sys.path[0]

for name, values in settings().items():
    c[name].update(values)  # noqa: F821  Jupyter gives this file its `c`
