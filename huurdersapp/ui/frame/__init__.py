"""What stands around every screen: navigation, menu bar, search box, message bar, progress."""
