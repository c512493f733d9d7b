"""Settings of Jupyter, nbgrader and JupyterHub are read by these alone: they are no modules with examples."""

collect_ignore_glob = ["*_config.py"]
