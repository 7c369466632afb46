"""Chapters in Markdown, compiled to nodes."""
