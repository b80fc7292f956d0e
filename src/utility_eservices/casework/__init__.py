"""What a service is made of: forms, screens, journeys, cases, effects, notices and the rulebook.

Nothing here does input or output, reads a clock or knows a plugin.
"""
