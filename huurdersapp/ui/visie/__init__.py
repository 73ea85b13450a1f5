"""The pieces of the screen of wijk- en dorpsvisies."""
