"""The steps that metingen from a list have of their own: which column is what, and what would happen."""
