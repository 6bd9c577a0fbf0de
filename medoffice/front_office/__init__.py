"""The front office: telephone, schedule, check-in."""
