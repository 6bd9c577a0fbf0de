"""Rules of coding: pure."""
