"""Worlds: a world is a database. The practice's own data is one; so is a training sandbox or a restored backup."""
