"""Rules of lists of medicines and of requests to payers: pure, without a clock or a table."""
