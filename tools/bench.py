"""`course.py bench`: what lies in benchmarks/, operations or sliders."""


def main(words):
    """Time the operations whose names hold a word, or with "sliders" explorers in a browser."""
    if words[:1] == ["sliders"]:
        from benchmarks import sliders

        return sliders.main(*map(int, words[1:]))
    from benchmarks import run

    return run.main(words)
