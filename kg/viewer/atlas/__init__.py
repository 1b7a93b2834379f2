"""The atlas: a store as one page that shows a field, and answers where from.

`map_nodes`, `map_edges` and `document_texts` read what the page has, `data_blocks` packs
it, `page_script` joins the script, `atlas_page` writes the file.
"""

TEXTS = ("sentences", "full", "none")
"""What a page has of texts: sentences with something marked, all of them, nothing."""
