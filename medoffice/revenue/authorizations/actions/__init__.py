"""What is done about lists of medicines and about requests to payers, one verb a file."""
