"""How kg itself is built: its size, its rooms, and the ways through them."""
