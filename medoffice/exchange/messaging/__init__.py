"""Messaging: the door for texts and e-mails that works anywhere, a pair of folders that another program carries.

A door that fails never loses or doubles a message.
"""
