"""Dialects of XML, a module each: which elements are records, and what is in them."""
