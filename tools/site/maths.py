"""A Sphinx extension: formulas become MathML when the site is built, which every browser shows by itself."""


def setup(app):
    """Register the renderer `mathml`."""
    app.add_html_math_renderer("mathml", (inline, None), (block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def inline(translator, node):
    """Write a formula in a line."""
    written(translator, node, "{}&NoBreak;", "inline")  # without the sign, a comma after it may begin a line


def block(translator, node):
    """Write a formula of its own; one that is too wide for the page scrolls."""
    written(translator, node, '<div class="formula" tabindex="0">{}</div>\n', "block")


def written(translator, node, frame, display):
    """Write a formula into a frame of HTML, and nothing else of its node."""
    from docutils.nodes import SkipNode  # here, because only the site needs these two packages
    from latex2mathml.converter import convert

    translator.body.append(frame.format(convert(node.astext(), display=display)))
    raise SkipNode
