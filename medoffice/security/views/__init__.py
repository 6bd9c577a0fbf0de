"""Screens of security: the doors, one's own sign-in, accounts and the trail, pages for when things go wrong."""
