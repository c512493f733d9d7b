"""A Sphinx extension: formulas become MathML when the site is built, which every browser shows by itself."""

from latex2mathml.converter import convert


def setup(app):
    """Register the renderer `mathml`."""
    app.add_html_math_renderer("mathml", (inline, None), (block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def inline(translator, node):
    """Write a formula in a line."""
    translator.body.append(convert(node.astext()) + "&NoBreak;")  # or a comma after it may begin a line
    _skip()


def block(translator, node):
    """Write a formula of its own; one that is too wide for the page scrolls."""
    translator.body.append(f'<div class="formula" tabindex="0">{convert(node.astext(), display="block")}</div>\n')
    _skip()


def _skip():
    from docutils.nodes import SkipNode

    raise SkipNode
