"""Time and memory of networks and of the questions about them."""
