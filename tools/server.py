"""What the course sets in a Jupyter server, wherever it runs: tools/jupyter/jupyter_server_config.py hands it over.

What it sets in JupyterLab lies beside that file, in labconfig: no news, and all cells stay on the page, which is blank
for a second or more after a fast scroll otherwise.
"""

import os

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

from .setup.places import ROOT

# Names that the file browser leaves out: what is left is notebooks, work, pictures, course_lib and README.md.
HIDDEN = (
    *("benchmarks", "binder", "docs", "requirements", "tests", "tools", "exercises", "source", "course.py"),
    *("__pycache__", "*.pyc", "*.lock", "LICENSE", "environment.yml", "pyproject.toml", "CITATION.cff"),
    *("chapter?.toml", "CHANGELOG.md", "CONTRIBUTING.md"),
)
LARGEST_MESSAGE = 200 * 2**20  # bytes from browser to kernel; Jupyter cuts the connection at 10 MiB, a photo is more


class PromptConnection(ZMQChannelsWebsocketConnection):
    """The connection between kernel and browser, without the network stack's waiting for more to send.

    A slider's answer is six small messages. By itself, the stack holds the second back until the first is confirmed,
    and a busy browser confirms after 40 ms: while a key is held, that halves the number of pictures.
    """

    def connect(self):
        self.websocket_handler.set_nodelay(True)
        return super().connect()


def config_path():
    """Return JUPYTER_CONFIG_PATH with the course's folder before the others."""
    found = str(ROOT / "tools" / "jupyter"), os.environ.get("JUPYTER_CONFIG_PATH")
    return os.pathsep.join(filter(None, found))


def start_page():
    """Return the address, on the server, of the page that opens first."""
    start = "notebooks/00_start.ipynb"
    return "/lab/tree/" + start if (ROOT / start).exists() else "/lab"


def settings():
    """Return the course's settings as Jupyter takes them."""
    return {
        "ServerApp": {
            "tornado_settings": {"websocket_max_message_size": LARGEST_MESSAGE},
            "kernel_websocket_connection_class": PromptConnection,
        },
        "LabApp": {"default_url": start_page()},
        "ContentsManager": {"hide_globs": list(HIDDEN)},
        "LanguageServerManager": {"autodetect": False},  # it would look for language servers with npm
    }
