"""Pages of work in steps under one another, each appearing when the one before is done."""
