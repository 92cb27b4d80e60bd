"""The version of this client, which is that of the registry that it was made for."""

__version__ = "0.1.0"
