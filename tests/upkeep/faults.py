# ruff: noqa: E501 - one fault a line reads best
"""Faults that only `check` finds: the content can be read, and yet a patient should not read it."""

from __future__ import annotations

from tests.content.faults import Fault

ERRORS = [
    Fault(
        "a promise",
        "general.yaml",
        "answer: >-\n    The needles can sting, and",
        "answer: ⟦>-\n    The needles will give you smooth skin, and",
        "promise",
    ),
    Fault(
        "a guarantee",
        "article.yaml",
        "The label advises against less than 3 months.",
        "⟦Results are guaranteed.",
        "promise",
    ),
    Fault("reassurance", "article.yaml", "Ask for a date when you leave.", "⟦It is safe for you.", "reassurance"),
    Fault("reassurance in small talk", "smalltalk.yaml", "Hello. What", "⟦Don't worry. What", "reassurance"),
    Fault(
        "pressure",
        "clinic.yaml",
        '"There are three spaces behind the house."',
        '⟦"Book now, there are few spaces."',
        "pressure",
    ),
    Fault("praise", "topics.yaml", "title: Does it hurt?", "title: ⟦The best results", "praise"),
    Fault("an exclamation mark", "wording.yaml", '"None of these"', '⟦"None of these!"', "exclamation"),
    Fault(
        "the medicine in the clinic's name",
        "clinic.yaml",
        '"Elm Street Clinic"',
        '⟦"Elm Street Botox"',
        "medicine-first-seen",
    ),
    Fault(
        "the medicine in the menu",
        "topics.yaml",
        "title: Does it hurt?",
        "title: ⟦Does Botox hurt?",
        "medicine-first-seen",
    ),
    Fault(
        "the medicine in a neutral question",
        "article.yaml",
        "neutral: Is treatment permanent?",
        "neutral: ⟦Is Dysport permanent?",
        "medicine-first-seen",
    ),
    Fault("an offer", "clinic.yaml", '"£30"', '⟦"£30, 20% off in May"', "offer"),
    Fault("urgency", "clinic.yaml", '"£30"', '⟦"£30, ends soon"', "urgency"),
    Fault("a superlative", "clinic.yaml", '"£30"', '⟦"£30, by our most trusted doctor"', "superlative"),
    Fault("a testimonial", "clinic.yaml", '"£30"', '⟦"£30. Our patients love it"', "testimonial"),
    Fault(
        "a text that is too hard",
        "article.yaml",
        "answer: >-\n    No, it is not permanent. The effect starts",
        "answer: ⟦>-\n    No. Comparatively inconspicuous characteristics necessitate considerable deliberation. The effect starts",
        "reading-grade",
    ),
    Fault("the same phrasing twice", "general.yaml", "- is it painful", "- ⟦does the effect wear off", "same-phrasing"),
    Fault("an address without its host", "clinic.yaml", '"https://clinic.example"', '⟦"clinic.example"', "address"),
    Fault(
        "an address of another kind",
        "general.yaml",
        '"https://my.clevelandclinic.org/"',
        '⟦"javascript:alert(1)"',
        "address",
    ),
    Fault("no phone number", "clinic.yaml", '"+44 20 7946 0123"', '⟦"+44 20 79"', "address"),
    Fault("no email address", "clinic.yaml", '"hello@clinic.example"', '⟦"hello@clinic"', "address"),
    Fault(
        "a link too long for its code",
        "clinic.yaml",
        '"https://clinic.example/book"',
        '⟦"https://clinic.example/' + "b" * 60 + '"',
        "long-link",
    ),
    Fault(
        "an unknown field", "wording.yaml", '"Reception will be in touch by {when}."', '⟦"By {wen}."', "unknown-field"
    ),
    Fault("a brace left open", "wording.yaml", '"Reception will be in touch by {when}."', '⟦"By {when."', "braces"),
    Fault(
        "an urgent reply without the number",
        "safety.yaml",
        "emergency: Call $emergency now.",
        "emergency: ⟦Get help. Call $emergency.",
        "urgent-reply",
    ),
    Fault(
        "an urgent reply that is too long",
        "safety.yaml",
        "crisis: Please call $crisis_line now.",
        "crisis: ⟦Call now. " + "Do it at once. " * 20,
        "urgent-reply",
    ),
]

WARNINGS = [
    Fault(
        "few phrasings",
        "general.yaml",
        "    - i have a muscle disease, can i have it\n    - is it right",
        "    ⟦- is it right",
        "few-phrasings",
    ),
    Fault("no negatives", "negatives.yaml", "", "# none yet\n", "no-negatives"),
    Fault(
        "an answer that is too short",
        "article.yaml",
        "answer: >-\n    No, it is not permanent. The effect starts to fade after a few months, and the lines come back slowly.\n    You can stop at any time.",
        "answer: ⟦>-\n    No, it is not.",
        "answer-length",
    ),
    Fault(
        "an answer that is too long",
        "general.yaml",
        "answer: >-\n    Only a clinician who sees you can say.",
        "answer: ⟦>-\n    " + "Only a clinician who sees you can say. " * 12,
        "answer-length",
    ),
    Fault(
        "a long sentence",
        "general.yaml",
        "answer: >-\n    Only a clinician who sees you can say. Tell",
        "answer: ⟦>-\n    Only a clinician who sees you and who knows you and who asks you can say if it is for you and when and how and why. Tell",
        "long-sentence",
    ),
    Fault(
        "a long note",
        "article.yaml",
        "The label advises against less than 3 months.",
        "⟦" + "The label has this to say. " * 6,
        "long-note",
    ),
    Fault(
        "nearly the same phrasing",
        "general.yaml",
        "- is it painful",
        "- ⟦what is the usual gap between two sessions",
        "near-phrasing",
    ),
    Fault("a letter no console has", "wording.yaml", '"None of these"', '⟦"None of these ☺"', "not-drawn"),
    Fault(
        "a sign-off of something else",
        "reviews.yaml",
        "",
        "- {id: ⟦how-oft, hash: '1', text: x, by: A, role: B, on: '2026-01-01'}\n",
        "review-of-nothing",
        frozenset({"review-missing"}),
    ),
    Fault(
        "a void sign-off",
        "reviews.yaml",
        "",
        "- {id: ⟦how-often, hash: '1', text: x, by: A, role: B, on: '2026-01-01'}\n",
        "review-void",
        frozenset({"review-missing"}),
    ),
    Fault(
        "a draft",
        "general.yaml",
        "  topic: pain\n  kind: refer",
        "  draft: ⟦true\n  topic: pain\n  kind: refer",
        "draft",
    ),
]
