"""What the library needs from outside, in domain words: one port a file.

Each file holds the port's values, its Protocol, its one hookspec and its `Port` descriptor. A
plugin implements the hook and returns an object that fits the Protocol, or None where it does
not serve that utility, sign-in means or medium. Ports are synchronous and must be thread-safe;
no HTTP request, SQL or JSON stands in a signature.

Every method may raise `PortUnavailable` (nothing was done, try again), `PortTimeout` (nobody
knows) and, where an answer can be "no", `PortRefused`. Whoever writes an adapter turns a
library's own exceptions into these three.

Every object may have a method ``check() -> str | None``: None when it could do its work now,
otherwise one English sentence of advice for whoever runs it.
"""
