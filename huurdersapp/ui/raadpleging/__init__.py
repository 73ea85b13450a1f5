"""What the screen of a raadpleging is made of: its steps, its questions, the counting of forms and the outcome."""
