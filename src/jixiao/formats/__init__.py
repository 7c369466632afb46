"""Report formats, read from the templates folder: outline, rules, display, forms, figures and checks."""
