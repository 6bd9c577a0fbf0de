"""How a story becomes a visit and a population becomes a day: pure."""
