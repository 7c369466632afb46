"""Model and format to exact figures with their history."""
