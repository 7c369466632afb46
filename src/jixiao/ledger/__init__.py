"""Exact figures and display rules to printed strings: one figure, one printed value per display."""
