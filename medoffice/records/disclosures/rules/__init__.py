"""What the accounting of disclosures obeys."""
