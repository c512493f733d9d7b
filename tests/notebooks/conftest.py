"""What the tests beside this file look at."""

import pytest

from tools import build as builder


@pytest.fixture(scope="session")
def build():
    """The builder, and by it the sources and the notebooks that it makes."""
    return builder
