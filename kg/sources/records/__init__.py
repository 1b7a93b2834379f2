"""Readers of bibliographic records, a format a module."""
