"""Background work: due effects and payments performed, what is to be done from time to time done.

On SQLite, one machine, by a small loop; on PostgreSQL, many machines, by procrastinate.
"""
