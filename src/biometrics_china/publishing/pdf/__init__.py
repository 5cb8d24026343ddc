"""The whole book as one PDF, and its chapters, made from the built site: pages, front matter, fonts, typesetting."""
