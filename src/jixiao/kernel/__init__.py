"""The heart: numbers, rounding, intervals, relations, places and findings. No files, no third-party packages."""
