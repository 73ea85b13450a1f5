"""The only code that opens the file: one transaction per step, its journal, search, copies and keys."""
