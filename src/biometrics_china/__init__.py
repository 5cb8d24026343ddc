"""Data, analysis and figures of the book *China's Handling of Biometric Data*."""

__version__ = "2026.11.0.dev0"
