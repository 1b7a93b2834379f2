"""A network as a figure for a paper: regions, names, labels, a key, a caption.

`networks` says what is drawn, `compose` writes it as SVG, `png` turns that to pixels.
"""
