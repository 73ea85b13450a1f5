"""Writing a paper in parts: what letters and reports share."""
