"""Technology between Europe and China: supply, lists, and Chinese cameras in Europe."""
