"""Files of any known format → documents; `readers` has the table of formats."""
