"""The chapters' tests find their loops in planted.py."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
pytest.register_assert_rewrite("planted")  # so that a failure says what was there
