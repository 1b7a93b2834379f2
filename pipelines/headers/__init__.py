"""Headers of raw abstracts: made-up pages in many layouts, and how well kg reads them."""
