"""A message in, a reply out; a visit holds what was said."""

from botox_faq.conversation.assistant import Assistant, askables
from botox_faq.conversation.commands import Option
from botox_faq.conversation.composing import source_line
from botox_faq.conversation.reply import Choice, Reply
from botox_faq.conversation.visit import Told, Visit

__all__ = ["Assistant", "Choice", "Option", "Reply", "Told", "Visit", "askables", "source_line"]
