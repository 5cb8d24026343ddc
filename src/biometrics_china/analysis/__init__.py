"""Analysis, one module or package a subject: tables in, tidy frames and numbers out."""
