"""What the benchmarks plant, held small."""
