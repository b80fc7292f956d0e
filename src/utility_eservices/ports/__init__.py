"""What the library needs from outside, in domain words: one port a file.

Each file holds the port's values, its Protocol, its one hookspec and its `Port` descriptor. A
plugin implements the hook and returns an object that fits the Protocol, or None where it does
not serve that utility, sign-in means or medium. Ports are synchronous and must be thread-safe;
no HTTP request, SQL or JSON stands in a signature.

A plugin is a module or an object whose functions under `hookimpl` bear the names of hooks. An
installed package announces it in the entry-point group ``utility_eservices_ports``, or, when it
offers services as well, in ``utility_eservices``, and the entry's name is the plugin's; a program
can hand one over as an object. Each desk calls a hook once for each scope and keeps the object.
Many desks work at once, so what has to last lies outside of the object. A hook connects to nothing:
what it raises keeps the desk from opening.

Every method may raise `PortUnavailable` (nothing was done, try again), `PortTimeout` (nobody
knows) and, where an answer can be "no", `PortRefused`; of the first, `PortBusy` where nothing but
a rate limit stands in the way, so that a backlog never runs out of tries. Whoever writes an
adapter turns a library's own exceptions into these, without arguments: nothing of what was asked
stands in them. Anything else that is raised counts as `PortBroken`. When a method returns, what
it did is to survive a crash.

Every object may have a method ``check() -> str | None``: None when it could do its work now,
otherwise one English sentence of advice for whoever runs it.
"""
