"""The version of Waqai, in one place."""

__version__ = "0.1.0"
