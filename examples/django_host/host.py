"""A portal in Django: `python -m examples.django_host.host`, from the root of the repository.

Django gives the session (here in memory, in production in a database or Redis), the CSRF token
and the threads; `examples.portal` gives the rest. In a project of your own the settings stand
in `settings.py`, and the views and their paths in an app.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import django
from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from examples.portal import SITE, Go, Portal, Reply

from utility_eservices import Desk
from utility_eservices.ports.payments import Callback
from utility_eservices.vocabulary.document import Upload

settings.configure(
    SECRET_KEY="for a trial alone",  # noqa: S106  # it signs nothing that lasts
    ALLOWED_HOSTS=["127.0.0.1", "localhost", "testserver"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
        # The last of them is still before the CSRF token is read, out of the form.
        f"{__name__}.bounded",
    ],
    SESSION_ENGINE="django.contrib.sessions.backends.cache",
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.jinja2.Jinja2",
            "DIRS": [Path(__file__).parent.parent / "templates"],
        }
    ],
)
django.setup()

portal = Portal(Desk(["simulator"]), "e-gov.az", SITE)


def bounded(
    go_on: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """A middleware that refuses a form that is too long, unread.

    Beyond the length that is announced Django reads nothing, so that nothing need be counted.
    Its own settings bound the texts of a form, but not its files.
    """

    def bounding(request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH", "")
        if announced.isdecimal() and int(announced) > portal.longest_of(request.session):
            return answer(request, portal.too_long(request.session))
        return go_on(request)

    return bounding


def answer(request: HttpRequest, reply: Reply) -> HttpResponse:
    """What the portal says, as Django says it."""
    if isinstance(reply, Go):
        if reply.renamed:
            request.session.cycle_key()
        return HttpResponseRedirect(reply.path, status=303)
    values = {**reply.values, "here": request.path}
    return render(request, reply.template, values, status=reply.status)


def form(request: HttpRequest) -> dict[str, str | Upload]:
    """What the browser sent, files among it."""
    files = {name: Upload(file.name, file.read()) for name, file in request.FILES.items()}
    return {**request.POST.dict(), **files}


def front(request: HttpRequest) -> HttpResponse:
    """The list of services."""
    return answer(request, portal.front(request.session))


def service(request: HttpRequest, key: str) -> HttpResponse:
    """A service, whatever it is."""
    if request.method == "POST":
        return answer(request, portal.turn(request.session, key, form(request)))
    return answer(request, portal.service(request.session, key))


def requests(request: HttpRequest) -> HttpResponse:
    """The visitor's requests."""
    return answer(request, portal.requests(request.session))


def one_request(request: HttpRequest, number: str) -> HttpResponse:
    """One of them."""
    return answer(request, portal.request(request.session, number))


def language(request: HttpRequest) -> HttpResponse:
    """Another language."""
    return answer(request, portal.speak(request.session, form(request)))


def leave(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    return answer(request, portal.leave(request.session))


def reported(request: HttpRequest, utility: str) -> HttpResponse:
    """What a payment system calls back with."""
    headers = {name.lower(): text for name, text in request.headers.items()}
    callback = Callback(headers, request.GET.dict(), request.body)
    return HttpResponse(status=portal.reported(utility, callback))


urlpatterns = [
    path("", require_safe(front)),
    path("services/<key>", service),
    path("requests", require_safe(requests)),
    path("requests/<number>", require_safe(one_request)),
    path("language", require_POST(language)),
    path("leave", require_POST(leave)),
    # A payment system has no token of ours; its callback proves itself.
    path("payments/<utility>", csrf_exempt(require_POST(reported))),
]
application = get_wsgi_application()


if __name__ == "__main__":
    execute_from_command_line([*sys.argv[:1], "runserver", "--noreload", *sys.argv[1:]])
