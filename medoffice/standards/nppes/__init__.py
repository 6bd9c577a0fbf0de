"""Rows of NPPES, the public registry of NPIs: what its monthly file says of pharmacies."""
