"""Invented trees of units (示例), with data in every shipped format, and, where asked, with faults that checks find."""
