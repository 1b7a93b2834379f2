"""How well the readers of bibliographic formats read: files made up after each format."""
