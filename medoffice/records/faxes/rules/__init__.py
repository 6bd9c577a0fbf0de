"""The rules of faxes."""
