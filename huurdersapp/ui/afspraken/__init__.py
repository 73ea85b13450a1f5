"""The pieces of the screens of prestatieafspraken: an overview, one of its lines, input on it, and a year of all parties."""
