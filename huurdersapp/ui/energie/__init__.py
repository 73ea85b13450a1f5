"""What the screen of energy visits is made of: the quick entry, the five steps, and what stands under a visit."""
