"""The code in the open: pages with the functions behind figures, tables and numbers, and their tests."""
