"""The search of the site: what is found, the index in parts, and text folded as the page folds it."""
