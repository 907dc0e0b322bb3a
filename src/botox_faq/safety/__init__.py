"""A message and the signs so far in; a sign, or none, out. Deterministic, from the rules of safety.yaml alone."""

from botox_faq.content.safety_rules import SafetyRules
from botox_faq.safety.lexicon import METHOD
from botox_faq.safety.reader import SafetyReader
from botox_faq.safety.visit import Finding, Level, Signs, TextName

__all__ = ["METHOD", "Finding", "Level", "SafetyReader", "Signs", "TextName", "rule_words"]


def rule_words(rules: SafetyRules) -> frozenset[str]:
    """Every word of the rules: what spelling repair has to know, so that a mistyped sign is still read as one."""
    return SafetyReader(rules).words
