"""Many units: which there are, what changed, in what order, and who does it."""
