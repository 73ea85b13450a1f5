"""The same actions without a window, for who types and for programs; `app.main` is the way in."""
