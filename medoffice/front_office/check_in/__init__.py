"""Check-in: arrival, moving patients on through the rooms, check-out.

For receptionists and medical assistants. Each move is a line in the one log of the visit; who is where is read from it.
"""
