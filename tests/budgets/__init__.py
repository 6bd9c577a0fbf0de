"""What pages may cost, held in every run of the tests."""
