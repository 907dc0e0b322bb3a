"""A chat that answers questions about Botox from a clinic's own words."""

__version__ = "0.1.0"
