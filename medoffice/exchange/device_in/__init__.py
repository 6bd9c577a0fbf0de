"""Device in: the folder into which ECG machines, spirometers and what else measures put their files.

What was taken is moved to ``done``, what cannot be read to ``refused``, with words beside it.
"""
