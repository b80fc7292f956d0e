"""What a transition costs, beside other engines and beside the least that Python can do.

`python3 run.py bench` prints one table; README.md says what each of its rows is.
"""
