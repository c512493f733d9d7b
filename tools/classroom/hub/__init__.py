"""The course on a JupyterHub: see README.md in this folder."""
