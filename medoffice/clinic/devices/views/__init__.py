"""The faces of devices."""
