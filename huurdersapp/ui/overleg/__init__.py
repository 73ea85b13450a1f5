"""The parts of the screens of overleggen, actiepunten and toezeggingen."""
