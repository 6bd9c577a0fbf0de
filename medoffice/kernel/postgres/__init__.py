"""The PostgreSQL server the program starts for itself when no other is given (docs/decisions/0001)."""
