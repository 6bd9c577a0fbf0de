"""What other rooms may use of memos."""

from medoffice.front_office.memos.actions.answer_memo import answer_memo
from medoffice.front_office.memos.actions.end_memo import end_memo
from medoffice.front_office.memos.actions.pass_memo_on import pass_memo_on
from medoffice.front_office.memos.actions.read_memo import read_memo
from medoffice.front_office.memos.actions.write_memo import write_memo
from medoffice.front_office.memos.queries.memos import my_threads, threads_about

__all__ = ["answer_memo", "end_memo", "my_threads", "pass_memo_on", "read_memo", "threads_about", "write_memo"]
