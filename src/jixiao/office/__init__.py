"""LibreOffice as a tool: found, run within bounds, its PDF read. Nothing here knows what a report is."""
