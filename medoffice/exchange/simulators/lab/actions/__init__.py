"""What the simulated laboratory does as a process of its own."""
