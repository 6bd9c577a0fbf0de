"""What the simulated pharmacy does as a process."""
