"""Waqai: from Arabic news to sourced political event data."""

__version__ = "0.1.0"
