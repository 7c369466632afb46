"""Whole Word templates filled with the values of a program."""
