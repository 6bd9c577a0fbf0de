"""The benchmarks: speed, statements and memory, against bars and peers. ``python -m bench``."""
