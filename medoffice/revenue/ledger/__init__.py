"""The general ledger: double entry, append-only, balanced by the database at commit.

For bookkeepers. Rooms below post through its api in their own transaction.
"""
