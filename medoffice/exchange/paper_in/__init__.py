"""Paper in: the doors for papers that work anywhere, folders of this machine for scans, faxes and e-mails.

A scanner, a fax server or a mail program puts files there; what was taken is moved to ``done``, what was not to
``refused``, with words beside it. A door never loses a file, and takes each once.
"""
