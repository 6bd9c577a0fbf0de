"""Procedures and injections in the treatment area: consent, time-out, lot, waste, observation.

For medical assistants and nurses, who prepare, and providers, who do or supervise. Nothing is done before its consent
and its time-out are there; what was done never changes, and nobody is observed without an end that somebody wrote.
"""
