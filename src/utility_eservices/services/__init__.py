"""The e-services, one a file, by utility."""
