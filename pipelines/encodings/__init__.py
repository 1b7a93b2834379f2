"""Encodings: how many short texts are read as they were written."""
