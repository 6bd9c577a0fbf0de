"""The practice: sites, rooms, staff, payers, and the work queue.

For the manager, who sets the office up, and for everybody, whose waiting things are work items here.
"""
