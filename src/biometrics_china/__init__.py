"""Data, analysis and figures of the book *China's Handling of Biometric Data*."""
