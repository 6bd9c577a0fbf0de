"""Sound in: the folder into which a dock, a recorder's program or a file share puts recordings.

What is taken is sealed and destroyed there; what is no recording goes to ``refused``, with words beside it.
"""
