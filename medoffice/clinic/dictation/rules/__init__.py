"""What is true of a dictation and its text; how spoken words become a report stands in ``standards/dictated``."""
