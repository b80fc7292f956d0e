"""A small city in memory, behind the same hooks as every real system.

Subscribers with invoices and payments, a clock that can be moved, outboxes that can be read,
and faults for each port. Everything in it is invented, save the sample statement of manual 003,
and the same seed gives the same city.

>>> from utility_eservices.simulator.city import City
>>> city = City(seed=1)
>>> city.people["Aysel"].email
'aysel@example.com'
"""
