"""The clearinghouse door: a folder adapter and the simulator adapter.

A door that fails never hides local data and never loses or doubles a file.
"""
