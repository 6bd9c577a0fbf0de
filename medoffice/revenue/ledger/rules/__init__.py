"""Rules of the ledger: pure."""
