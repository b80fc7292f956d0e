"""The registry: subscriber base, billing, readings and metering points in tables of a database."""
