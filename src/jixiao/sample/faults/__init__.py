"""Faults that are planted in samples: each is found where it stands, and nothing else with it."""
