"""Rules of the chart: pure."""
