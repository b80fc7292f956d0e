"""The e-services of “Azərişıq” ASC (electricity)."""
