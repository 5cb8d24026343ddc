"""The glossary: terms explained where a chapter first writes them, and on a page of their own."""
