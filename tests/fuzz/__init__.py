"""Every parser of what comes from outside, fed with bytes nobody meant: it answers in words, soon, in little memory."""
