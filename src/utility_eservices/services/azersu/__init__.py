"""The e-services of “Azərsu” ASC (water)."""
