"""What a text says of its mentions: affiliations, abbreviations, other works."""
