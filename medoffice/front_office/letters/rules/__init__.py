"""What letters must obey, without a database."""
