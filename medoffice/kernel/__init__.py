"""The kernel: mechanisms with no office noun in them; every room stands on it and it imports nothing of the house."""
