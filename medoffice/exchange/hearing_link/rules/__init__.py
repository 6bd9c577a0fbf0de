"""What may be asked, and what an answer says."""
