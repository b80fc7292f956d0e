"""The soak: hosts and workers that are killed at random points, and what must be so afterwards.

`python3 run.py soak` does it a thousand times on each database; see `soak.__main__`.
"""
