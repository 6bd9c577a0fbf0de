"""Code lists: what the office loads of the outside world's code files, each dated, and what is not loaded for a date.

For coders and managers. No list ships: NCCI's and the fee schedule's files hold CPT numbers, which are AMA's, and an
office's CPT file is its own by its licence. A day that no loaded file speaks for is "not loaded", never "none found".
"""
