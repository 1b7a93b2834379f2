"""Records whose fields are tagged line by line: RIS, MEDLINE, Refer and others.

`tagged_records` cuts lines into records, `tagged_values` reads them by a dialect's table
of tags, and a module a dialect has that table and its peculiarities.
"""
