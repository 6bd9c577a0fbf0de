"""Revenue: from codes to the ledger."""
