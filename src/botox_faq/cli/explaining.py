"""`ask --explain`: why a message was read, judged and matched as it was, for a content owner."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from botox_faq.content import clean_message
from botox_faq.conversation import Assistant
from botox_faq.matching import Words
from botox_faq.safety import Signs

MOST_TELLING = 5
"""Words that are named for a likeness."""


def explained(assistant: Assistant, message: str) -> dict[str, Any]:
    """Everything that decided on `message`, said as the first of a visit, as plain data."""
    words = assistant.reader.read(clean_message(message)[0])
    finding = assistant.safety.read(words, Signs())
    found = assistant.matcher.explain(words)
    verdict = found.verdict
    return {
        "read_as": found.read_as,
        "safety": {
            "level": finding.level,
            "rule": finding.rule,
            "because": finding.because,
            "like": _likeness(assistant, words),
        },
        "decision": verdict.decision,
        "rule": verdict.rule,
        "threshold": verdict.threshold,
        "coverage": verdict.coverage,
        "best": [asdict(match) for match in verdict.matches],
        "nearest_phrasing": found.nearest,
        "words": [asdict(part) for part in found.parts],
    }


def _likeness(assistant: Assistant, words: Words) -> dict[str, Any]:
    """The kind of warning examples that a message is most like, how much, and the words that speak most for it."""
    examples = assistant.safety.examples
    kind, share = max(examples.chances(words).items(), key=lambda one: one[1])
    telling = [{"word": word, "weight": weight} for word, weight in examples.parts(words, kind) if weight > 0]
    return {"kind": kind, "share": round(share, 2), "words": telling[:MOST_TELLING]}


def explained_in_words(assistant: Assistant, message: str) -> str:
    """The same for people."""
    found = explained(assistant, message)
    safety, words = found["safety"], found["words"]
    because = f" ({safety['rule']}: {safety['because']})" if safety["rule"] else ""
    like = safety["like"]
    telling = ", ".join(one["word"] for one in like["words"]) or "none of its words"
    lines = [
        f"Read as:     {found['read_as']}",
        f"Safety:      {safety['level']}{because}",
        f"             {like['share']:.0%} like the examples of {like['kind']}, by: {telling}",
        f"Decided:     {found['decision']}, by the rule: {found['rule']}",
        f"Threshold:   {found['threshold']:.2f} for an answer",
        f"Coverage:    {found['coverage']:.0%} of the question's weight is in words that the phrasings know",
        f"Most like:   {found['nearest_phrasing']}",
        "Best:",
        *(f"  {match['score']:5.2f}  {match['entry']}" for match in found["best"]),
        "Words, and what each gave to the best match:",
    ]
    for word in words:
        typed = "" if word["typed"].lower() == word["read"] else f"  (typed {word['typed']})"
        known = "" if word["known"] else "  (no phrasing has it)"
        lines.append(f"  {word['weight']:+5.2f}  {word['read']}{typed}{known}")
    return "\n".join(lines)
