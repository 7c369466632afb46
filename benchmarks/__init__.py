"""How fast reports are made, measured side by side with other tools."""
