"""Keeping what is entrusted to the window: locking, copies, and what is done while the administration is closed."""
