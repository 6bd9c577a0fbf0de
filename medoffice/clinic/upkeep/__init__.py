"""Upkeep: what of the office is looked after every day, and that it was: temperatures, sterilizer, cleaned rooms.

For medical assistants and nurses, who write it down, and whoever answers for it. What is written never changes; what
was missed or is out of its limits becomes work, and vaccines that may have suffered stay aside until somebody decides.
"""
