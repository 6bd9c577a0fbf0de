"""Rules of recapture: pure."""
