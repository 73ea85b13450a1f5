"""The steps of the screen on which addresses are loaded."""
