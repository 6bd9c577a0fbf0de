"""What is done on the dashboard."""
