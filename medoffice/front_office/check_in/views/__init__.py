"""Screens of arrival: the flow board's moves and walk-ins, the insurance of a visit, insurance cards."""
