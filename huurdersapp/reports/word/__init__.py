"""How a document becomes a Word file: its styles, its parts and the package around them."""
