"""Simulators: counterparts that behave like the real ones; they share no code with standards/."""
