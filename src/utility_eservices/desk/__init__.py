"""What a host embeds: `Desk`, the one object through which portals and officers work.

>>> from utility_eservices.desk.desk import Desk
"""
