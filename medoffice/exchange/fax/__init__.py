"""Fax: the line that works anywhere, a pair of folders that another program carries to a fax service or server.

A line that fails never loses or doubles a call.
"""
