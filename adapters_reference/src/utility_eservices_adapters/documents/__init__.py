"""Sənəd anbarı (the document store): files on disk or in an S3-compatible store, checked alike."""
