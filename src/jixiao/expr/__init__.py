"""The expression language: Jinja's grammar, own evaluation over figures."""
