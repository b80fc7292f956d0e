"""A portal in FastAPI: `uvicorn examples.fastapi_host.host:app`, from the root.

The desk is synchronous, as its ports are: each call goes to a thread of Starlette's pool, and
the event loop stays free. FastAPI has neither sessions on the server nor CSRF tokens: `Sessions`
is the least that serves one process, for a trial and not for a public site, and the cookie is
`SameSite=Lax`, which no form of another site sends, but whoever comes back from the page of a
payment does. Nor does it bound what is sent: `bounded` does.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from pathlib import Path

from examples.portal import SITE, STRANGER, Form, Go, Portal, Reply, Session
from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from fastapi.templating import Jinja2Templates
from starlette.datastructures import UploadFile
from starlette.types import Message

from utility_eservices import Desk
from utility_eservices.ports.payments import Callback
from utility_eservices.vocabulary.document import Upload

COOKIE = "visitor"
# Seconds after its last use for which a session is kept.
IDLE = 3600.0

portal = Portal(Desk(["simulator"]), "e-gov.az", SITE)
templates = Jinja2Templates(Path(__file__).parent.parent / "templates")
app = FastAPI(openapi_url=None)


class Sessions:
    """Sessions in memory, each under a name that nobody can guess.

    A session ends an hour after its last use, and the longest unused one as soon as there are
    more than ``most``. ``now`` gives seconds, as `time.monotonic` does. Only the event loop may
    call this: there are no locks.
    """

    def __init__(self, most: int = 10_000, now: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._now = now
        # By name, when it was last used and what it holds; the longest unused first.
        self._kept: dict[str, tuple[float, Session]] = {}

    def of(self, name: str) -> tuple[str, Session]:
        """The name and its session; an empty name and a new session where it is not known.

        The session is a copy: what another request learns meanwhile, a sign-in above all, does
        not reach this one.
        """
        self._end_old()
        return (name, dict(self._kept[name][1])) if name in self._kept else ("", {})

    def keep(self, name: str, session: Session, *, renamed: bool) -> str:
        """Keep what a request made of the session `of` a name; gives its name from now on.

        Nothing is kept, and the name is empty, for a visitor of whom nothing needs to be known,
        and where another request has ended or renamed the session meanwhile.
        """
        ended = self._kept.pop(name, None) is None
        if renamed or not name:
            name = secrets.token_urlsafe()
        elif ended:
            return ""
        if not session:
            return ""
        self._kept[name] = (self._now(), session)
        self._end_old()
        return name

    def _end_old(self) -> None:
        while self._kept:
            name, (used, _) = next(iter(self._kept.items()))
            if len(self._kept) <= self._most and self._now() - used < IDLE:
                break
            del self._kept[name]


sessions = Sessions()


async def answer(request: Request, ask: Callable[[Session], Reply]) -> Response:
    """Ask the portal in a thread, and say what it says."""
    known, session = sessions.of(request.cookies.get(COOKIE, ""))
    reply = await run_in_threadpool(ask, session)
    response: Response
    if isinstance(reply, Go):
        response = RedirectResponse(reply.path, 303)
    else:
        values = {**reply.values, "here": request.url.path}
        response = templates.TemplateResponse(request, reply.template, values, reply.status)
    renamed = isinstance(reply, Go) and reply.renamed
    name = sessions.keep(known, session, renamed=renamed)
    # Told once: a slow answer must not bring an old name back to the browser.
    if name not in {known, ""}:
        response.set_cookie(COOKIE, name, httponly=True, samesite="lax")
    return response


class TooLong(Exception):
    """More was sent than this visitor may send."""


async def submit(request: Request, ask: Callable[[Session, Form], Reply]) -> Response:
    """Ask the portal with what the browser sent, unless it is too long."""
    _, session = sessions.of(request.cookies.get(COOKIE, ""))
    try:
        sent = await form(request, portal.longest_of(session))
    except TooLong:
        return await answer(request, portal.too_long)
    return await answer(request, lambda session: ask(session, sent))


def bounded(request: Request, longest: int) -> Request:
    """The request, of which no more than ``longest`` bytes are read.

    Raises `TooLong` at once where more are announced; where they are not, reading does as soon as
    more have come.
    """
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > longest:
        raise TooLong
    left = longest

    async def receive() -> Message:
        nonlocal left
        message = await request.receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise TooLong
        return message

    return Request(request.scope, receive)


async def form(request: Request, longest: int) -> Form:
    """What the browser sent, files among it; raises `TooLong`."""
    sent: dict[str, str | Upload] = {}
    async with bounded(request, longest).form() as received:
        for name, value in received.items():
            if not isinstance(value, UploadFile):
                sent[name] = value
            elif value.filename:
                sent[name] = Upload(value.filename, await value.read())
    return sent


@app.get("/")
async def front(request: Request) -> Response:
    """The list of services."""
    return await answer(request, portal.front)


@app.get("/services/{key}")
async def service(request: Request, key: str) -> Response:
    """A service, whatever it is."""
    return await answer(request, lambda session: portal.service(session, key))


@app.post("/services/{key}")
async def turn(request: Request, key: str) -> Response:
    """What was pressed and entered there."""
    return await submit(request, lambda session, sent: portal.turn(session, key, sent))


@app.get("/requests")
async def requests(request: Request) -> Response:
    """The visitor's requests."""
    return await answer(request, portal.requests)


@app.get("/requests/{number}")
async def one_request(request: Request, number: str) -> Response:
    """One of them."""
    return await answer(request, lambda session: portal.request(session, number))


@app.post("/language")
async def language(request: Request) -> Response:
    """Another language."""
    return await submit(request, portal.speak)


@app.post("/leave")
async def leave(request: Request) -> Response:
    """Sign out."""
    return await answer(request, portal.leave)


@app.post("/payments/{utility}")
async def reported(request: Request, utility: str) -> Response:
    """What a payment system calls back with."""
    try:
        body = await bounded(request, STRANGER).body()
    except TooLong:
        return Response(status_code=413)
    callback = Callback(dict(request.headers), dict(request.query_params), body)
    return Response(status_code=await run_in_threadpool(portal.reported, utility, callback))
