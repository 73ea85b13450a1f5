"""The screens of the window, one module each; `registry.py` says which there are."""
