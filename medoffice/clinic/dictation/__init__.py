"""Dictation: spoken words become a report. For providers who dictate and transcriptionists who finish what they said.

The formatter never drops or adds a word, a number, a negation or a side in silence: what it takes out or doubts is a
flag. It publishes no facts.
"""
