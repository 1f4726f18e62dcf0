"""What is typed in a terminal: check, new, figure, contact-sheet, pages, schema. They need no MkDocs."""
