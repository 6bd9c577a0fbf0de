"""Rehearsal: the synthetic population, the demo office, the simulated day."""
