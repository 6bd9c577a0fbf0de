"""Visit stories: what patients call about, what the note says and which words support which code; and days of visits.

Pure and seeded. Every diagnosis and service of a rendered visit points at the words, or at the order, that support it.
Publishes no facts.
"""
