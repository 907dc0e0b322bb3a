"""What safety found, joined with the reply: an urgent screen, a line before the answer, or the fail-safe notice."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from botox_faq.content import Content, at_clinic, open_until
from botox_faq.conversation.composing import notice, with_safety_line
from botox_faq.conversation.reply import Reply, Tier
from botox_faq.safety import Finding

_NO_ANSWER = ("unknown", "choices", "menu", "smalltalk")


def with_finding(reply: Reply, finding: Finding, content: Content, now: datetime) -> Reply:
    """Return what is said once `finding` is known; the reply itself where there was nothing."""
    texts = content.safety.texts
    if finding.urgent:
        tier = cast(Tier, finding.level)
        return Reply(reply.question, "urgent", tier=tier, name=finding.rule, answer=_screen(finding, content, now))
    nothing_said = reply.kind in _NO_ANSWER
    if finding.level == "prompt":
        said = notice("prompt", content.wording.conversation.ask_staff) if nothing_said else reply
        return with_safety_line(said, texts.prompt)
    if finding.level == "fail-safe":
        # "Had my forehead done, when can I exercise?" names a part of the body and is no complaint: its answer, or
        # what it may mean, is enough.
        complains = finding.rule != "body part"
        if nothing_said and (complains or reply.kind != "choices"):
            return notice("fail-safe", f"{texts.fail_safe}\n{texts.signs}")
        return with_safety_line(reply, texts.prompt if complains else None)
    if finding.level == "line":
        if finding.text in ("fear", "signs") and nothing_said:
            reply = notice(finding.text, texts.fear if finding.text == "fear" else texts.signs)
        return with_safety_line(reply, texts.line)
    return reply


def _screen(finding: Finding, content: Content, now: datetime) -> str:
    texts = content.safety.texts
    if finding.text == "same_day":
        local = at_clinic(content.clinic, now)
        return texts.same_day_open if open_until(content.clinic.hours, local) else texts.same_day_closed
    return str(getattr(texts, finding.text or "emergency"))
