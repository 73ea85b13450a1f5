"""What the page Jaaragenda is made of."""
