"""What loading from a list is made of: a file, its first rows, its columns, and the page that leads from one to the next."""
