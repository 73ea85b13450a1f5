"""What the screen of renovations has of its own: a project with its buildings, and the work under it."""
