"""Dialects of JSON: what each database calls a title, an author, a year; a row each."""
