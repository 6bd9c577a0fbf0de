"""Reads of lists of medicines, of requests to payers, and of what a chart has for one."""
