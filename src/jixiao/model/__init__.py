"""What a unit fills in, declared once: the dataclasses below are the field table."""
