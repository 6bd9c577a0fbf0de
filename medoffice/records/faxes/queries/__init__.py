"""Reads of faxes."""
