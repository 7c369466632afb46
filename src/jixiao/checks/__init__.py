"""What must or should hold between the figures, dates and words of one report, as findings."""
