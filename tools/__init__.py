"""Tools for those who build: not part of the program."""
