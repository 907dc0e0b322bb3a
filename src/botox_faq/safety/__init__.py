"""A message and the signs so far in; a sign, or none, out. Deterministic, from safety.yaml and its examples alone."""

from botox_faq.safety.lexicon import METHOD
from botox_faq.safety.reader import SafetyReader
from botox_faq.safety.rule_reader import RuleReader
from botox_faq.safety.visit import Finding, Level, Signs, TextName

__all__ = ["METHOD", "Finding", "Level", "RuleReader", "SafetyReader", "Signs", "TextName"]
