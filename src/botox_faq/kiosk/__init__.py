"""The kiosk's rules, without a screen: the visit's clock and the staff's PIN."""
