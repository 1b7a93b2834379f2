"""Questions asked of a whole network, a question a module."""
