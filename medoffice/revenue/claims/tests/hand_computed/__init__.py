"""Claims with the answers computed by hand, written down before the code that posts them was read or run."""
