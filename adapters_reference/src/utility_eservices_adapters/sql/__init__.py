"""Adapters over SQL: SQLite on one machine, PostgreSQL on many; the extras sql and postgresql."""
