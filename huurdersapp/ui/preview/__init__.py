"""Pages on the screen: what is saved and printed is what was seen."""
