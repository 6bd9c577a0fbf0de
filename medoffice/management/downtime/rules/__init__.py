"""What a downtime pack says, and what of it can be printed."""
