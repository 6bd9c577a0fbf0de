"""What other rooms may use of the stories."""

from medoffice.rehearsal.stories.queries import all_stories, plan_day, plan_weeks, story
from medoffice.rehearsal.stories.rules.planning import sequels_of, visit_of
from medoffice.rehearsal.stories.rules.rendering import fits, render
from medoffice.rehearsal.stories.rules.rooming import room_among

__all__ = ["all_stories", "fits", "plan_day", "plan_weeks", "render", "room_among", "sequels_of", "story", "visit_of"]
