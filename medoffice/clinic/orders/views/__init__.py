"""Faces of orders."""
