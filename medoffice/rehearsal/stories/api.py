"""What other rooms may use of the stories."""

from medoffice.rehearsal.stories.queries import all_stories, plan_day, plan_weeks, story
from medoffice.rehearsal.stories.rules.rendering import fits, render

__all__ = ["all_stories", "fits", "plan_day", "plan_weeks", "render", "story"]
