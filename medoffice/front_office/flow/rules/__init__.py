"""Rules of the flow: pure."""
