"""The parts of the screen of bewonerscommissies."""
