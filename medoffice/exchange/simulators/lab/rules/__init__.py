"""What the simulated laboratory does, pure."""
