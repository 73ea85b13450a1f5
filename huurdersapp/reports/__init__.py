"""Paper: plain values in, a neutral Document out, and one writer per file format. No queries here."""
