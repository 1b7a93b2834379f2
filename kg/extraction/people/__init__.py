"""People in a text: authors, speakers of biographies, collaborators, people cited."""
