"""A portal in FastAPI: `uvicorn examples.fastapi_host.host:app`, from the root.

The desk is synchronous, as its ports are: each call goes to a thread of Starlette's pool, and
the event loop stays free. FastAPI has neither sessions on the server nor CSRF tokens: `Sessions`
is the least that serves one process, and the cookie is `SameSite=Strict`, which no form of
another site sends.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

from examples.portal import Form, Go, Portal, Reply, Session
from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from fastapi.templating import Jinja2Templates
from starlette.datastructures import UploadFile

from utility_eservices import Desk
from utility_eservices.vocabulary.document import Upload

COOKIE = "visitor"

portal = Portal(Desk(["simulator"]), "e-gov.az")
templates = Jinja2Templates(Path(__file__).parent.parent / "templates")
app = FastAPI(openapi_url=None)


class Sessions:
    """Sessions in memory, each under a name that nobody can guess."""

    def __init__(self) -> None:
        self._kept: dict[str, Session] = {}

    def of(self, request: Request) -> tuple[str, Session]:
        """The visitor's session and its name; a new one for whoever brings no known name."""
        name = request.cookies.get(COOKIE, "")
        return (name, self._kept[name]) if name in self._kept else (secrets.token_urlsafe(), {})

    def keep(self, name: str, session: Session, *, renamed: bool) -> str:
        """Keep a session, under a new name if it is to be renamed; gives the name."""
        if renamed:
            self._kept.pop(name, None)
            name = secrets.token_urlsafe()
        self._kept[name] = session
        return name


sessions = Sessions()


async def answer(request: Request, ask: Callable[[Session], Reply]) -> Response:
    """Ask the portal in a thread, and say what it says."""
    name, session = sessions.of(request)
    reply = await run_in_threadpool(ask, session)
    response: Response
    if isinstance(reply, Go):
        response = RedirectResponse(reply.path, 303)
    else:
        values = {**reply.values, "here": request.url.path}
        response = templates.TemplateResponse(request, reply.template, values, reply.status)
    renamed = isinstance(reply, Go) and reply.signed_in
    name = sessions.keep(name, session, renamed=renamed)
    response.set_cookie(COOKIE, name, httponly=True, samesite="strict")
    return response


async def form(request: Request) -> Form:
    """What the browser sent, files among it."""
    sent: dict[str, str | Upload] = {}
    async with request.form() as received:
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
    sent = await form(request)
    return await answer(request, lambda session: portal.turn(session, key, sent))


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
    sent = await form(request)
    return await answer(request, lambda session: portal.speak(session, sent))


@app.post("/leave")
async def leave(request: Request) -> Response:
    """Sign out."""
    return await answer(request, portal.leave)
