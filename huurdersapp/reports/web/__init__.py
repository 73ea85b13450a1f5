"""How a document becomes one HTML file: its style, its drawings and its blocks."""
