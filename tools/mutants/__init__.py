"""Whether the tests notice a small fault in the library: `python -m tools.mutants FOLDER`."""
