"""Tables of records (CSV, TSV): lines → rows → what their columns mean → documents."""
