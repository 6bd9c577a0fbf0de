"""Check-in: arrival, flow through the rooms, check-out.

For receptionists and medical assistants. One log of stages; every view derives from it.
"""
