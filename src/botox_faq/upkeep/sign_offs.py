"""What the sign-offs say about the content: missing, void or overdue."""

from __future__ import annotations

from datetime import date

from botox_faq.content import Content
from botox_faq.content.findings import Findings
from botox_faq.content.reviewing import reviewables, standing
from botox_faq.content.spoken import as_spoken

MEND = "Have it read and signed: botox-faq review sign"


def check_sign_offs(content: Content, today: date, found: Findings) -> None:
    """Note void and overdue sign-offs, each at its line, and how many texts have none.

    A sample clinic treats nobody, so nothing has to be signed there.
    """
    items = {one.id: one for one in reviewables(as_spoken(content))}
    last = {review.id: number for number, review in enumerate(content.reviews)}
    for one, number in last.items():
        review = content.reviews[number]
        if one not in items:
            found.add("reviews.yaml", (number, "id"), "review-of-nothing", f"nothing is called {one!r}",
                      "Leave the line; it tells what was signed", "warning")  # fmt: skip
            continue
        state = standing(content.reviews, items[one], today)
        if state == "void":
            found.add("reviews.yaml", (number, "id"), "review-void", f"{one!r} was changed after {review.by} signed it "
                      f"on {review.on}", f"See what changed: botox-faq review diff {one}", "warning")  # fmt: skip
        elif state == "overdue":
            found.add("reviews.yaml", (number, "due"), "review-overdue", f"the sign-off of {one!r} was due again on "
                      f"{review.due}", MEND, "warning")  # fmt: skip
    missing = sum(one not in last for one in items)
    if missing and not content.clinic.sample:
        found.add("reviews.yaml", (), "review-missing", f"{missing} of {len(items)} texts have no sign-off",
                  "See them: botox-faq review due", "warning")  # fmt: skip
