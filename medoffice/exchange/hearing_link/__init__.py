"""Hearing link: a recogniser that is a server in the office's own network.

For whoever types. Only the sound of speech goes, to the one address the office has named, over TLS, or to this very
machine; never to an address of the internet, by a proxy or where an answer says. Off until the office sets it.
"""
