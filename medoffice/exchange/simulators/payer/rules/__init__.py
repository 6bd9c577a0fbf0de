"""The payers' pure core: reading, deciding, answering, paying. Bytes and moments in, bytes and state out."""
