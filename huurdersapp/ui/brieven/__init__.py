"""Parts of the screen of a letter: its parts to write in, its fixed versions, and the sending."""
