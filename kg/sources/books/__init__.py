"""Books of abstracts with markup of their own: Markdown, LaTeX; a talk a heading."""
