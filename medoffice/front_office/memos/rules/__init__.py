"""Rules of memos."""
