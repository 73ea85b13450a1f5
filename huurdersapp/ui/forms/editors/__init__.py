"""Editors: one module for each kind of field, each of which a form may replace by another."""
