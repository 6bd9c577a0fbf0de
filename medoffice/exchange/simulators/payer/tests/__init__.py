"""Tests of the payer simulator."""
