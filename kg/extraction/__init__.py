"""Documents → mentions and links: a spaCy pipeline of our own, a finder a module."""
