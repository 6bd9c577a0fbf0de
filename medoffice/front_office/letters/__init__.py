"""Letters: what the office writes, from a template to the proof that it arrived.

For the secretary, and for everybody who has something to say on paper. A field without a value is seen and never sent
as a blank; a letter that went is never changed.
"""
