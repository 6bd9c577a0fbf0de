"""Laboratory link: messages over a wire (MLLP), in their own process.

For laboratories. It answers only what is committed, several messages to a commit; what it cannot keep it does not
answer, so that the sender sends again. When it is behind it stops reading. It knows nothing of results: it hands bytes
to ``clinic/results`` and sends what that answers.
"""
