"""The board of a building: a square for each door with what its tenant answered, keys, and what it adds up to."""
