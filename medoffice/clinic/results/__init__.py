"""Results: what laboratories send, whose it is, what it says, and that somebody has seen it.

For providers, who sign results off, and for whoever sorts what belongs to nobody yet. A message is kept before it is
read, is applied once, and is never filed on a guess: a blank identifier agrees with nothing, two must agree. A result
that changes keeps what it was, and is signed off again. Publishes ``ResultsFiled``.
"""
