"""The course's part of a JupyterHub's configuration: load_subconfig(".../tools/classroom/hub/jupyterhub_config.py")

What is read from the environment of the hub: COURSE_PYTHON, COURSE_MEMORY and COURSE_UPDATES; see start.sh.
"""

import os
import sys
from pathlib import Path

HUB = Path(__file__).resolve().parent
IDLE = 3600  # seconds after which a kernel that does nothing is ended: 30 forgotten ones would take 14 GB

c = get_config()  # noqa: F821  JupyterHub gives it
wanted = {name: os.environ[name] for name in ("COURSE_MEMORY", "COURSE_UPDATES") if name in os.environ}
c.Spawner.environment = {"COURSE_PYTHON": os.environ.get("COURSE_PYTHON", sys.executable), **wanted}
c.Spawner.cmd = [str(HUB / "start.sh")]
c.Spawner.args = [
    f"--MappingKernelManager.cull_idle_timeout={IDLE}",
    f"--MappingKernelManager.cull_interval={IDLE // 12}",
    "--MappingKernelManager.cull_connected=True",  # a notebook that is left open counts as idle too
]
c.Spawner.mem_limit = "2G"  # for spawners that hold to it; those of local processes do not, start.sh does
if wanted.get("COURSE_UPDATES") != "nbgitpuller":
    c.Spawner.notebook_dir = "~/image-course"
    c.Spawner.default_url = "/lab/tree/notebooks/00_start.ipynb"
