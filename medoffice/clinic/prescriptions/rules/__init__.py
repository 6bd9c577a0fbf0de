"""The rules of prescriptions: pure."""
