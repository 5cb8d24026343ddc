"""How the property tests run: the same examples on every machine, and no test of speed."""

from hypothesis import settings

settings.register_profile("book", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("book")
