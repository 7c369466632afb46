"""The shipped forms, one module for each family."""
