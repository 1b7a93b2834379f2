"""Which mentions of people name one person (author name disambiguation)."""
