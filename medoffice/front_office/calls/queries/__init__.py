"""Reads of the telephone: calls, the lists, who may be told, figures, the door and who is on call."""
