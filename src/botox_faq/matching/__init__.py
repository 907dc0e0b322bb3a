"""A question in, a verdict out: spelling, scoring and deciding."""

from botox_faq.matching.classifier import Classifier
from botox_faq.matching.matcher import Matcher
from botox_faq.matching.spelling import Reader
from botox_faq.matching.splitting import split
from botox_faq.matching.trained import METHOD, Askable, Phrased
from botox_faq.matching.verdict import Explanation, Match, Part, Verdict
from botox_faq.matching.words import Word, Words

__all__ = [
    "METHOD",
    "Askable",
    "Classifier",
    "Explanation",
    "Match",
    "Matcher",
    "Part",
    "Phrased",
    "Reader",
    "Verdict",
    "Word",
    "Words",
    "split",
]
