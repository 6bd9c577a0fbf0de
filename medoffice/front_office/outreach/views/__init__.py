"""Screens of outreach, by who works with them."""
