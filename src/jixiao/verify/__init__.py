"""An own document against its data: what was changed in the file, and what has changed in the data since."""
