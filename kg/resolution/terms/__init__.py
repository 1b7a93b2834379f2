"""Which methods and concepts are one, and which is the next broader one."""
