"""huurdersapp: vastleggen, volgen en verantwoorden voor huurdersorganisaties."""

__version__ = "0.1.0"
