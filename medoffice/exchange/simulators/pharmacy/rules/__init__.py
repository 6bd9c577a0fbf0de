"""What the simulated pharmacy does, pure."""
