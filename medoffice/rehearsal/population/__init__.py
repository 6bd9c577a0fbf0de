"""The synthetic population: the families of a made-up town, their insurance, and the staff of the demo office.

Pure and seeded: the same seed gives the same people, to the last digit. Nobody here exists: telephones are 555-01xx,
mail goes to example domains, Medicare-like numbers have a letter that was never issued, nobody has a social security
number. Publishes no facts.
"""
