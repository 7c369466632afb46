"""Templates judged before there are data."""
