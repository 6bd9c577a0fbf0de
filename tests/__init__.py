"""Tests of the house as a whole; each room keeps the tests of its own."""
