"""Screens of rights."""
