"""Screens of lists of medicines and of requests to payers."""
