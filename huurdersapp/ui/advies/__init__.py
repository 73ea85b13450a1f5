"""The screen of a case under the Overlegwet: its steps, its clock and what was asked and answered."""
