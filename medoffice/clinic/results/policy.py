"""The permission words of results.

A result is what came of a visit: labels decide about it as about that. What belongs to nobody yet shows who it says it
is about and which tests it holds, never what was found.
"""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, SYSTEM, Role, Shows, Sink

grant("results.read", "See results of laboratories", CLINICAL | LEADERS | SYSTEM, glass=True)
grant("results.search", "Search the words of results", CLINICAL | LEADERS, sink=Sink.SEARCH)
grant("results.match", "Say whose a laboratory's message is", FRONT | CLINICAL | SYSTEM)
grant("results.enter", "Enter what the office's own laboratory found", CLINICAL | SYSTEM, glass=True)
grant("results.note", "Note about results, and log who was told", CLINICAL | SYSTEM)
grant("results.tell", "Write to patients that their results are there", CLINICAL | SYSTEM, sink=Sink.MESSAGE)
grant("results.sign", "Sign results off", frozenset({Role.PROVIDER}))
grant("results.receive", "Take in what laboratories send", SYSTEM, shows=Shows.NOTHING)
