"""`course.py site`: the course as pages to read, with JupyterLite to run it in the browser."""
