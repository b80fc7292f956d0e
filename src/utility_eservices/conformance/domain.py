"""The catalogue of the command line and of the kit behind it, by its name.

By itself, so that the command line can speak before it loads the rest of the kit.
"""

__all__ = ["CLI"]

CLI = "cli"
