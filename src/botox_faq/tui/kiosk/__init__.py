"""The kiosk: the chat on a screen of its own, for one visitor after the other, that nobody leaves without a PIN."""
