"""Standards: what the outside world fixed; pure libraries."""
