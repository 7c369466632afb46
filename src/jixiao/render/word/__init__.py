"""Word files that people wrote - forms and sections - read and compiled to nodes."""
