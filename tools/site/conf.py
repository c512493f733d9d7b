"""How Sphinx makes the site: it gets the pages that tools/site/build.py wrote, and looks at no other host."""

from pathlib import Path

project = html_title = "Image Processing in Python"
author = copyright = "the authors of this course"
language = "en"
extensions = [
    *("myst_nb", "sphinx.ext.autodoc", "sphinx.ext.autosummary", "sphinx.ext.napoleon"),
    "tools.site.maths",
    "tools.site.docstrings",
    "tools.site.folds",
]
default_role = "code"  # what the docstrings set in single backticks
autosummary_generate = False
napoleon_google_docstring = False
napoleon_use_rtype = False
python_use_unqualified_type_names = True

nb_execution_mode = "off"
nb_code_prompt_show, nb_code_prompt_hide = "Show the answer", "Hide the answer"
nb_ipywidgets_js = {}  # would be fetched from elsewhere; there are stills in place of live explorers
nb_merge_streams = True
myst_enable_extensions = ["dollarmath"]
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]
myst_heading_slug_func = "tools.site.places.anchor"

html_theme = "pydata_sphinx_theme"
html_theme_options = {
    "show_prev_next": True,
    "navbar_end": ["theme-switcher"],
    "header_links_before_dropdown": 7,
    "secondary_sidebar_items": ["page-toc"],
    "footer_start": [],
    "footer_end": [],
    "navigation_with_keys": False,
    "show_toc_level": 1,
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}
html_math_renderer = "mathml"
html_static_path = [str(Path(__file__).with_name("static"))]
html_css_files = ["site.css"]
html_copy_source = html_show_sourcelink = html_show_sphinx = False
