"""Who comes on a day and when everything of a visit happens: pure and seeded."""
