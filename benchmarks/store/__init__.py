"""What keeping requests in SQL costs, beside the raw drivers and beside pgbench.

`python3 run.py bench store` prints its tables; README.md, one folder above, says what each of
their rows is.
"""
