"""Tables that are put together from many files: those of benchmarks/ and of tests/odd_input/."""

import importlib
from pathlib import Path


def case_modules(package):
    """Return the modules of a package whose names begin with `cases_`; each holds `CASES`.

    Examples
    --------
    >>> [module.__name__ for module in case_modules("benchmarks")][:2]
    ['benchmarks.cases_color', 'benchmarks.cases_exposure']
    """
    folder = Path(importlib.import_module(package).__file__).parent
    return [importlib.import_module(f"{package}.{path.stem}") for path in sorted(folder.glob("cases_*.py"))]
