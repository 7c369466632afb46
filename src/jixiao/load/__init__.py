"""YAML and Markdown with positions, made into the model; every problem of a file set in one run."""
