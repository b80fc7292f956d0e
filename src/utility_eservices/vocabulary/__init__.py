"""The nouns of the trade, one notion a file.

A value is frozen and always well formed: whoever holds a `Fin` need not check it again. There
are two ways to one.

The constructor is for programs: an adapter that reads its own table, a test, the simulator. It
takes the plain form that ``.value`` gives back, and answers anything else with `ValueError` or
`TypeError`, since that is a mistake in a program.

``parse`` is for what a person typed, and one contract holds for all of them:

- it takes one `str` and returns the value; anything but a `str` is a `TypeError`;
- what cannot be read raises `utility_eservices.errors.InvalidValue` and nothing else, with a
  stable code and a sentence in Azerbaijani;
- the sentence never repeats what was typed, nor says what a library beneath had to say;
- the time it takes is bounded: a text far too long is refused by its length, before anything
  looks inside;
- parsing the plain form again gives an equal value.

Personal data do not show in ``repr`` or ``str``; who needs the text asks for ``.value``.

Nothing is imported here, so that importing one noun loads that noun alone.
"""
