"""Readers of pages and dumps: text with a layout but no format, a kind a module."""
