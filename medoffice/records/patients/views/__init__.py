"""The screens of patient identity."""
