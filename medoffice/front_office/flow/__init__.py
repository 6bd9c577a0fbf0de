"""Flow: where each patient of the day is, since when, in which room, and how long that is for this office.

For everybody who works with patients of the day. The board, the arrivals, the timeline, the figures and the screen in
the waiting room are all derived from the one log of a visit.
"""
