"""What the screen of knelpunten is made of."""
