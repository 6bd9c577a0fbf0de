"""What the rules know, as data: commands, numbers, units, terms, sections; ``unverified`` where it rests on memory."""
