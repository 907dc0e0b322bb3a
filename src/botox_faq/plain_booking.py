"""The booking form line by line: for screen readers, pipes and simple terminals."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

from botox_faq.booking.draft import Draft
from botox_faq.booking.form import Form, Result
from botox_faq.booking.page import Option, Page
from botox_faq.booking.slip import slip_text
from botox_faq.content import Content
from botox_faq.content.wording import Booking

if TYPE_CHECKING:
    from botox_faq.conversation import Reply
    from botox_faq.store.store import Store

BACK, LEAVE = "back", "leave"


def book_in_plain(
    content: Content,
    store_factory: Callable[[], Store],
    kept: Sequence[str],
    read_entries: Sequence[str],
    now: Callable[[], datetime],
    check_safety: Callable[[str], Reply | None],
    ask: Callable[[str], str | None],
    say: Callable[[str], None],
    draft: Draft | None = None,
) -> Result:
    """Lead through the form and return how it ended; the arguments are those of the form's screen.

    `ask` shows a prompt and returns a line, or None at the end of the input; `say` shows some lines. An urgent
    reply is not said here: it is in the result, for the caller to show.
    """
    words = content.wording.booking
    form = Form(content.clinic, content.wording, kept, read_entries, draft)
    say(words.plain_stop)
    while True:
        page = form.page()
        say(_lines(page, words))
        line = ask(_prompt(page, words))
        typed = (line or "").strip()
        if line is None or typed.casefold() == LEAVE or (typed.casefold() == BACK and not form.back()):
            return _left(form)
        if typed.casefold() == BACK:
            continue
        if page.kind == "text":
            form.write(typed or page.text)
            reply = check_safety(form.written) if form.written else None
            if reply is not None and reply.kind == "urgent":
                form.write("")
                return Result(kind="urgent", reply=reply, draft=form.draft)
            if reply is not None and reply.safety_line:
                say(reply.safety_line)
            form.next()
        elif page.kind == "several" and not typed:
            form.next()
        else:
            wish = form.take(_number(typed, page))
            if wish == "leave":
                return _left(form)
            if wish == "send":
                result = _send(form, content, store_factory, now, say)
                if result:
                    return result


def _send(
    form: Form,
    content: Content,
    store_factory: Callable[[], Store],
    now: Callable[[], datetime],
    say: Callable[[str], None],
) -> Result | None:
    """Keep the request and say so; None where it could not be kept, with the form as it was."""
    words = content.wording.booking
    try:
        with closing(store_factory()) as store:
            request = store.add(form.request(now()), form.token(secrets.token_hex))
    except Exception:  # whatever it is: the visitor is told what to do, and keeps what was typed
        say(words.unavailable)
        return None
    say(f"{words.sent_title}\n\n{slip_text(request, now(), content.clinic, content.wording)}")
    return Result(kind="sent", request=request)


def _number(typed: str, page: Page) -> int:
    """The number of the option that was typed, as a number or by its label; 0 where there is none."""
    if typed.isascii() and typed.isdigit():
        return int(typed)
    labels = [option.label.casefold() for option in page.options]
    return labels.index(typed.casefold()) + 1 if typed.casefold() in labels else 0


def _left(form: Form) -> Result:
    return Result(kind="under-18") if form.step == "young" else Result(kind="left", draft=form.draft)


def _lines(page: Page, words: Booking) -> str:
    """A page as lines: the question, the hint, the numbered options, and what is wrong."""
    lines = [page.title, page.hint, *(_option(n, one, words) for n, one in enumerate(page.options, 1))]
    if page.text:
        lines.append(page.text)
    return "\n".join(line for line in (*lines, page.error) if line)


def _option(number: int, option: Option, words: Booking) -> str:
    value = f": {option.value}" if option.value else ""
    return f"{number}  {option.label}{value}" + (f" {words.plain_chosen}" if option.ticked else "")


def _prompt(page: Page, words: Booking) -> str:
    return {"text": words.plain_text, "several": words.plain_several}.get(page.kind, words.plain_one)
