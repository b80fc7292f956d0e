"""A portal in Litestar: `litestar --app examples.litestar_host.host:app run`, from the root.

The desk is synchronous, as its ports are: each call goes to a thread (`sync_to_thread`), and
the event loop stays free. Sessions on the server, CSRF tokens and the count of what a form may
have are Litestar's own.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from examples.portal import SITE, STRANGER, Form, Go, Portal, Reply, Session
from litestar import Litestar, Request, Response, get, post
from litestar.concurrency import sync_to_thread
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import UploadFile
from litestar.middleware.session.server_side import ServerSideSessionConfig
from litestar.params import FromPath
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.response import Redirect, Template
from litestar.template.config import TemplateConfig

from utility_eservices import Desk
from utility_eservices.ports.payments import Callback
from utility_eservices.vocabulary.document import Upload

portal = Portal(Desk(["simulator"]), "e-gov.az", SITE)
# Whoever comes back from the page of a payment brings the cookie along; other sites' forms do not.
kept = ServerSideSessionConfig(samesite="lax")
Asked = Request[Any, Any, Any]
Answer = Response[Any]


async def answer(request: Asked, ask: Callable[[Session], Reply]) -> Answer:
    """Ask the portal in a thread, and say what it says."""
    reply = await sync_to_thread(ask, request.session)
    if isinstance(reply, Go):
        if reply.renamed:
            await rename(request)
        return Redirect(reply.path, status_code=303)
    values = {**reply.values, "here": request.url.path}
    return Template(reply.template, context=values, status_code=reply.status)


async def rename(request: Asked) -> None:
    """Let the session go on under a new name, so that nobody knows it from before."""
    session = request.session
    old_name = request.cookies.pop(kept.key, "")
    await kept.get_store_from_app(request.app).delete(old_name)
    request.clear_session()
    request.set_session(session)


async def form(request: Asked) -> Form:
    """What the browser sent, files among it."""
    sent: dict[str, str | Upload] = {}
    for name, value in (await request.form()).items():
        if not isinstance(value, UploadFile):
            sent[name] = value
        elif value.filename:
            sent[name] = Upload(value.filename, await value.read())
    return sent


@get("/")
async def front(request: Asked) -> Answer:
    """The list of services."""
    return await answer(request, portal.front)


@get("/services/{key:str}")
async def service(request: Asked, key: FromPath[str]) -> Answer:
    """A service, whatever it is."""
    return await answer(request, lambda session: portal.service(session, key))


@post("/services/{key:str}", request_max_body_size=portal.longest_form)
async def turn(request: Asked, key: FromPath[str]) -> Answer:
    """What was pressed and entered there."""
    sent = await form(request)
    return await answer(request, lambda session: portal.turn(session, key, sent))


@get("/requests")
async def requests(request: Asked) -> Answer:
    """The visitor's requests."""
    return await answer(request, portal.requests)


@get("/requests/{number:str}")
async def one_request(request: Asked, number: FromPath[str]) -> Answer:
    """One of them."""
    return await answer(request, lambda session: portal.request(session, number))


@post("/language")
async def language(request: Asked) -> Answer:
    """Another language."""
    sent = await form(request)
    return await answer(request, lambda session: portal.speak(session, sent))


@post("/leave")
async def leave(request: Asked) -> Answer:
    """Sign out."""
    return await answer(request, portal.leave)


# A payment system has no token of ours; its callback proves itself.
@post("/payments/{utility:str}", request_max_body_size=STRANGER, exclude_from_csrf=True)
async def reported(request: Asked, utility: FromPath[str]) -> Answer:
    """What a payment system calls back with."""
    query = {name: str(text) for name, text in request.query_params.items()}
    callback = Callback(dict(request.headers), query, await request.body())
    status = await sync_to_thread(portal.reported, utility, callback)
    return Response(b"", status_code=status)


app = Litestar(
    route_handlers=[front, service, turn, requests, one_request, language, leave, reported],
    middleware=[kept.middleware],
    csrf_config=CSRFConfig(secret=secrets.token_hex(), cookie_httponly=True),
    template_config=TemplateConfig(
        directory=Path(__file__).parent.parent / "templates", engine=JinjaTemplateEngine
    ),
    openapi_config=None,
    logging_config=None,
)
