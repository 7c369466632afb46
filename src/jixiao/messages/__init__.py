"""The words of every finding and message, Chinese and English, keyed by finding code."""
