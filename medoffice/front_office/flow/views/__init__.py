"""Screens of the flow: where patients are, rooms, timelines, how long is long, the screen in the waiting room."""
