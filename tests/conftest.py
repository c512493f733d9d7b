"""For every test: pictures are drawn without a window, nothing leaves this machine, and runs repeat exactly."""

import os
import socket

import hypothesis
import matplotlib

# Not the variable MPLBACKEND: kernels that tests start would inherit it, and draw nothing into notebooks.
matplotlib.use("Agg")

hypothesis.settings.register_profile("course", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("course")

# Programs that tests start (kernels, the browser) are sent to a proxy that is not there.
os.environ.update(dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9"))
os.environ.update(dict.fromkeys(("no_proxy", "NO_PROXY"), "localhost,127.0.0.1,::1"))

_LOOPBACK = ("localhost", "127.0.0.1", "::1", "")


def _only_to_this_machine(name):
    original = getattr(socket.socket, name)

    def guarded(self, *arguments):
        address = arguments[-1]
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in _LOOPBACK:
            raise RuntimeError(f"a test asked for the network ({address[0]}); tests run without it")
        return original(self, *arguments)

    setattr(socket.socket, name, guarded)


for _name in ("connect", "connect_ex", "sendto"):
    _only_to_this_machine(_name)
