"""Other programs that benchmarks are held against: each file is run by the Python of the peer's own environment."""
