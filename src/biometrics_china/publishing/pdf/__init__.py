"""The whole book, and each chapter, as a PDF made from the built site."""
