"""The version of the engine, which every decision names (S27)."""

__version__ = "0.1.0"
