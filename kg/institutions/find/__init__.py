"""Institutions named in running text."""
