"""The reports by kind, and what their writers choose: see `soorten` for the kinds, `actions/verslag.py` for making one."""
