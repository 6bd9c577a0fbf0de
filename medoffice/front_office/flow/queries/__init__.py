"""Reads of the flow."""
