"""What other rooms may use of the population."""

from medoffice.rehearsal.population.queries import household, households, make_population, person_chart
from medoffice.rehearsal.population.rules.pharmacies import pharmacies_file
from medoffice.rehearsal.population.rules.staff import demo_office

__all__ = ["demo_office", "household", "households", "make_population", "person_chart", "pharmacies_file"]
