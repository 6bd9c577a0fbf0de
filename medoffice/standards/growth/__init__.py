"""Growth references: what measures of children are usual at an age, as published parameters L, M and S."""
