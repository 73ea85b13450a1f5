"""What the screen of the akkoord is made of."""
