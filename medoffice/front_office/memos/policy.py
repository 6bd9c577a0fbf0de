"""The permission words of memos."""

from medoffice.security.api import grant
from medoffice.security.types import EVERYONE, SYSTEM

grant("memos.read", "Read what people of the office write to each other", EVERYONE | SYSTEM, glass=True)
grant("memos.write", "Write to people of the office", EVERYONE | SYSTEM, glass=True)
