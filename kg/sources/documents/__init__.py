"""Files that are no text: their text is made first, then read by the readers of pages."""
