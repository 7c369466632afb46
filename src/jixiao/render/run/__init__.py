"""Compiled nodes run over the printed figures of one report."""
