"""What can be done in the chart, one verb a file."""
