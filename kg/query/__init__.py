"""Questions to a store: who is near whom, on what evidence, and why names are one."""
