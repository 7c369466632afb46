"""Sections and forms compiled to a template; printed figures in, document out."""
