"""Speed as ratios within one run: milliseconds of one machine and one hour say nothing of another."""
