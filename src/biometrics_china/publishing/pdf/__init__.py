"""The whole book as one PDF, made from the built site: pages, front matter, fonts, typesetting."""
