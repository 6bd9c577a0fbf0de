"""Each check can fail: one thing wrong is planted in a small tree, and its complaint must be the only one."""

from pathlib import Path

import pytest

from tests.architecture import checks_code, checks_faces, checks_rooms
from tests.architecture.test_house import CHECKS, Check
from tests.architecture.tree import Tree

BILLING = "medoffice/revenue/billing"
CALLS = "medoffice/front_office/calls"
PAGE = f"{BILLING}/templates/billing/page.html"
RULE = f"{BILLING}/rules/r.py"
RIGHT = {
    "medoffice/__init__.py": '"""The product."""\n\n__version__ = "1"\n',
    "medoffice/config/__init__.py": '"""Configuration."""\n',
    "medoffice/config/rooms.py": '"""R."""\nROOMS = ("medoffice.front_office.calls", "medoffice.revenue.billing")\n',
    "medoffice/front_office/__init__.py": '"""A wing."""\n',
    f"{CALLS}/__init__.py": '"""A room."""\n',
    f"{CALLS}/apps.py": 'class Calls:\n    label = "calls"\n',
    "medoffice/revenue/__init__.py": '"""A wing."""\n',
    f"{BILLING}/__init__.py": '"""A room."""\n',
    f"{BILLING}/apps.py": 'class Billing:\n    label = "billing"\n',
    f"{BILLING}/api.py": (
        "from medoffice.revenue.billing.actions.charge import charge\n"
        "from medoffice.revenue.billing.types import Charge\n"
        '__all__ = ["Charge", "charge"]\n'
    ),
    f"{BILLING}/types.py": "@dataclass(frozen=True, slots=True)\nclass Charge:\n    cents: int\n",
    f"{BILLING}/rules/__init__.py": '"""Rules."""\n',
    RULE: "from datetime import date\n\n\ndef is_late(due: date, today: date) -> bool:\n    return today > due\n",
    f"{BILLING}/actions/__init__.py": '"""Actions."""\n',
    f"{BILLING}/actions/charge.py": "def charge() -> None:\n    row.save()\n",
    f"{BILLING}/models.py": (
        'class Entry(Model):\n    """Append-only."""\n\n    call = ForeignKey("calls.Call")\n\n'
        '    class Meta:\n        db_table = "billing_entry"\n'
    ),
    f"{BILLING}/migrations/__init__.py": "",
    f"{BILLING}/migrations/0001_initial.py": 'class Migration:\n    dependencies = [("calls", "0001_initial")]\n',
    f"{BILLING}/registry.py": 'register_append_only("billing_entry")\n',
    f"{BILLING}/queries.py": (
        'x = rows.order_by("-at").values_list("at", flat=True).first()\n'
        'y = rows.annotate(at=Max("paid_at")).order_by("at")\nz = rows.order_by("paid_at", "id")\n'
    ),
    f"{BILLING}/views.py": "def page(request):\n    return render(request, queries.entries())\n",
    PAGE: (
        '<!-- style="x" and //cdn.badhost.net are only words here -->\n<svg xmlns="http://www.w3.org/2000/svg"></svg>\n'
        '<script src="/static/app.js" defer></script>\n<a href="mailto:a@example.com" @click="open = true">x</a>\n'
    ),
    "requirements/dev.txt": f"# resolved\na==1.0 \\\n    --hash=sha256:{'0' * 64}\n    # via -r dev.in\n",
}
MIXED, HEX = "q8Zt0LrVx2Wm5Nc" + "Yb7HsKdPf3JgTa9Ue", "3b1f9cbe5d0a7788" + "e4c2f1196a5043d7"
AWS = "AKIA" + "ABCDEFGHIJKLMNOP"
PEM = "-----BEGIN " + "PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B"

PLANTED: list[tuple[Check, str, str, str]] = [
    (checks_rooms.sizes, RULE, "x = 1\n" * 401, "401 lines"),
    (checks_rooms.sizes, RULE, "def f():\n" + "    x = 1\n" * 59, "f has 60 lines"),
    (checks_rooms.shape, f"{BILLING}/helpers.py", "x = 1\n", "not a part of a room"),
    (checks_rooms.shape, f"{BILLING}/utils/notes.txt", "x", "not a part of a room"),
    (checks_rooms.packages, f"{BILLING}/rules/__init__.py", "", "docstring"),
    (checks_rooms.packages, f"{BILLING}/__init__.py", '"""A room."""\nimport os\n', "nothing else"),
    (checks_rooms.packages, f"{BILLING}/forms/f.py", "x = 1\n", "no __init__.py"),
    (
        checks_rooms.circles,
        f"{BILLING}/actions/charge.py",
        "def charge():\n    from medoffice.revenue.billing.api import charge\n",
        "circle",
    ),
    (checks_rooms.circles, f"{BILLING}/types.py", "from medoffice.revenue.billing import api\n", "circle"),
    (checks_rooms.names, f"{BILLING}/actions/_helping.py", "x = 1\n", "underscore"),
    (checks_rooms.api, f"{BILLING}/api.py", "def charge(): ...\n", "__all__"),
    (
        checks_rooms.api,
        f"{BILLING}/api.py",
        'from medoffice.revenue.billing.models import E\n__all__ = ["E"]\n',
        "models",
    ),
    (checks_rooms.api, f"{BILLING}/types.py", "@dataclass\nclass Charge:\n    x: int\n", "not frozen"),
    (checks_rooms.api, f"{BILLING}/actions/charge.py", "charge = []\n", "neither a function"),
    (checks_rooms.api, f"{BILLING}/actions/charge.py", "x = 1\n", "not defined"),
    (checks_rooms.references, f"{CALLS}/models.py", 'x = models.ForeignKey("billing.Entry")\n', "below it"),
    (checks_rooms.references, f"{CALLS}/models.py", 'x = ManyToManyField(to="billing.Entry")\n', "below it"),
    (checks_rooms.references, f"{CALLS}/jobs.py", 'x = apps.get_model("billing", "Entry")\n', "below it"),
    (
        checks_rooms.references,
        f"{CALLS}/migrations/0001_initial.py",
        'class Migration:\n    dependencies = [("billing", "0001_initial")]\n',
        "below it",
    ),
    (
        checks_rooms.plan,
        "medoffice/config/rooms.py",
        'ROOMS = ("medoffice.revenue.billing", "medoffice.front_office.calls")\n',
        "order",
    ),
    (checks_rooms.plan, "medoffice/config/rooms.py", 'ROOMS = ("medoffice.revenue.billing",)\n', "not in ROOMS"),
    (checks_code.purity, RULE, "import os.path\n", "imports os"),
    (checks_code.purity, RULE, "def f():\n    from random import choice\n", "imports random"),
    (checks_code.purity, RULE, "from django.utils import text\n", "imports django"),
    (checks_code.purity, RULE, "x = open('f')\n", "calls open"),
    (checks_code.purity, RULE, "import datetime\nx = datetime.date.today()\n", "calls datetime.date.today"),
    (checks_code.purity, RULE, "import uuid\nx = uuid.uuid4()\n", "calls uuid.uuid4"),
    (checks_code.purity, f"{BILLING}/types.py", "import secrets\n", "imports secrets"),
    (checks_code.clock, f"{BILLING}/queries.py", "from datetime import datetime\nx = datetime.now()\n", "datetime.now"),
    (checks_code.clock, f"{BILLING}/queries.py", "import datetime as d\nx = d.datetime.utcnow()\n", "datetime.utcnow"),
    (checks_code.clock, f"{BILLING}/queries.py", "from datetime import date as d\nx = d.today()\n", "date.today"),
    (checks_code.clock, f"{BILLING}/queries.py", "from django.utils import timezone as t\nx = t.now\n", "timezone.now"),
    (checks_code.clock, f"{BILLING}/queries.py", "from django.utils.timezone import now\nx = now()\n", "timezone.now"),
    (checks_code.clock, f"{BILLING}/queries.py", "from time import time\nx = time()\n", "time.time"),
    (checks_code.clock, f"{BILLING}/queries.py", "from django.db.models.functions import Now\nx = Now()\n", "Now"),
    (checks_code.clock, f"{BILLING}/models.py", "x = DateTimeField(auto_now_add=True)\n", "auto_now_add"),
    (checks_code.clock, f"{BILLING}/migrations/0002_x.py", 'x = RunSQL("... default now()")\n', "in SQL"),
    (checks_code.clock, f"{BILLING}/queries.py", 'x = "select current_date"\n', "in SQL"),
    (checks_code.clock, f"{BILLING}/migrations/x.sql", "select CURRENT_TIMESTAMP;\n", "database's clock"),
    (checks_code.views, f"{BILLING}/views.py", "def page(r):\n    Entry.objects.all()\n", ".objects"),
    (checks_code.views, f"{BILLING}/views/page.py", "def page(r):\n    entry.save()\n", ".save"),
    (checks_code.order, f"{BILLING}/queries.py", 'x = rows.order_by("day", "-paid_at").first()\n', "add the id"),
    (checks_code.order, f"{BILLING}/queries.py", 'x = rows.order_by("call__at").values_list("id")\n', "add the id"),
    (checks_code.dangerous, f"{BILLING}/views.py", "x = mark_safe(y)\n", "mark_safe"),
    (checks_code.dangerous, f"{BILLING}/queries.py", "x = eval(y)\n", "eval"),
    (checks_code.dangerous, f"{BILLING}/queries.py", "x = Entry.objects.raw(y)\n", "raw"),
    (checks_code.dangerous, f"{BILLING}/queries.py", "x = entries.extra(where=y)\n", "extra"),
    (checks_code.dangerous, f"{BILLING}/jobs.py", "import pickle\n", "pickle"),
    (checks_code.dangerous, f"{BILLING}/jobs.py", "x = yaml.load(y)\n", "yaml.load"),
    (checks_code.dangerous, f"{BILLING}/jobs.py", "subprocess.run(x, shell=True)\n", "shell"),
    (checks_code.xml, f"{BILLING}/jobs.py", "from xml.etree import ElementTree\n", "kernel.xml_trees"),
    (checks_code.append_only, f"{BILLING}/registry.py", 'register_append_only("other")\n', "billing_entry"),
    (checks_code.append_only, f"{BILLING}/jobs.py", "Entry.objects.filter(id=1).delete()\n", "delete on Entry"),
    (checks_faces.inline, PAGE, "<script>alert(1)</script>", "inline script"),
    (checks_faces.inline, PAGE, "<style>p{}</style>", "style sheet"),
    (checks_faces.inline, PAGE, '<p class="a"\n style="color:red">', "style attribute"),
    (checks_faces.inline, PAGE, '<p onclick="x()">', "on... attribute"),
    (checks_faces.inline, PAGE, '<a href="javascript:x()">', "javascript:"),
    (checks_faces.inline, PAGE, "{{ note|safe }}", "unescaped"),
    (checks_faces.inline, PAGE, "{% now 'Y' %}", "clock"),
    (checks_faces.forms, PAGE, '<form method="post">{% csrf_token %}</form>', "without {% once %}"),
    (checks_faces.forms, PAGE, "<form class=a\n method=post>{% once %}</form>", "without {% csrf_token %}"),
    (checks_faces.addresses, PAGE, '<img src="//cdn.badhost.net/x.png">', "cdn.badhost.net"),
    (
        checks_faces.addresses,
        f"{BILLING}/static/billing/a.css",
        "a{background:url(https://fonts.badhost.org/a)}",
        "fonts",
    ),
    (checks_faces.embedded, f"{BILLING}/views.py", 'x = "<script>1</script>"\n', "markup"),
    (checks_faces.secrets, f"{BILLING}/jobs.py", f'x = "{AWS}"\n', "cloud key"),
    (checks_faces.secrets, "docs/notes.md", PEM, "private key"),
    (checks_faces.secrets, "tests/server.pem", "x", "key file"),
    (checks_faces.secrets, "docs/notes.md", f"The token is {MIXED}\n", "of chance"),
    (checks_faces.secrets, f"{BILLING}/jobs.py", f'SECRET = bytes.fromhex("{HEX}")\n', "of chance"),
    (checks_faces.locks, "requirements/dev.txt", "a==1.0\n", "no hash"),
    (checks_faces.locks, "requirements/dev.txt", f"a>=1.0 \\\n    --hash=sha256:{'0' * 64}\n", "exact"),
]


def plant(root: Path, *wrong: tuple[str, str]) -> Tree:
    """The right tree with some files put in its place."""
    for name, text in [*RIGHT.items(), *wrong]:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return Tree(root)


@pytest.mark.parametrize(("check", "name", "text", "word"), PLANTED, ids=lambda value: getattr(value, "__name__", None))
def test_what_is_wrong_is_found(check: Check, name: str, text: str, word: str, tmp_path: Path) -> None:
    complaints = list(check(plant(tmp_path, (name, text))))
    assert len(complaints) == 1, complaints
    assert word in complaints[0]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_what_is_right_passes(check: Check, tmp_path: Path) -> None:
    assert list(check(plant(tmp_path))) == []


def test_every_check_has_something_planted() -> None:
    assert {check for check, *_ in PLANTED} == set(CHECKS)
