"""Load: an office of many sessions at a stated rate, measured from outside; ``python -m bench.load --help``.

The driver is lean because it shares the cores with what it measures: bytes over keep-alive sockets in one event loop,
no HTTP library, regular expressions for the few fields it needs of a page. What it costs itself is one of its figures.
"""
