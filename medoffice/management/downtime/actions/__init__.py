"""The verbs of downtime, one a file."""
