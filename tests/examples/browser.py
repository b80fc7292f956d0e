"""A browser without a screen: reads pages by what stands on them, and sends forms as browsers do.

It knows no service and no web framework: a `Wire` sends what it is given through the test
client of one.
"""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Protocol

import attrs

from utility_eservices.vocabulary.document import Upload

__all__ = ["Answer", "Browser", "Page", "Wire"]


@attrs.frozen
class Answer:
    """What a host answered; ``location`` is empty unless it sends the browser on."""

    status: int
    html: str
    location: str = ""


class Wire(Protocol):
    """The test client of one framework, keeping its cookies."""

    def get(self, path: str) -> Answer:
        """Go to an address."""

    def post(self, path: str, texts: Mapping[str, str], files: Mapping[str, Upload]) -> Answer:
        """Send a form, multipart if there are files."""

    def bear(self, session_name: str) -> None:
        """Drop all cookies, and bring this session's name from now on."""

    def session_name(self) -> str:
        """The session cookie that the browser has."""


class Page(HTMLParser):
    """A page as a person meets it: words, links, and forms by the labels of their controls."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.language = ""
        self.names: dict[str, str] = {}
        self.sent: dict[str, str] = {}
        self.hidden: dict[str, dict[str, str]] = {}
        self.actions: dict[str, str] = {}
        self.options: dict[str, dict[str, str]] = {}
        self.buttons: dict[str, tuple[str, str]] = {}
        self.links: dict[str, str] = {}
        self.described: dict[str, str] = {}
        self.faulty: set[str] = set()
        self.ids: set[str] = set()
        self.disabled: set[str] = set()
        self._began = 0
        self._open: dict[str, str] = {}
        self._select = ""
        self._form = self._silent = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Something begins, whose words are read until it ends."""
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given["id"]} if "id" in given else set()
        match tag:
            case "html":
                self.language = given["lang"]
            case "style" | "script":
                self._silent = tag
            case "form":
                self._form = given.get("action", "")
                self.hidden[self._form] = {}
            case "input" | "select":
                self._control(tag, given)
            case "label" | "option" | "button" | "a":
                self._began, self._open = len(self.words), given
            case _:
                pass
        if tag == "option" and "selected" in given:
            self.sent[self._select] = given["value"]

    def _control(self, tag: str, given: Mapping[str, str]) -> None:
        name, kind = given["name"], given.get("type", "")
        if kind == "hidden":
            self.hidden[self._form][name] = given["value"]
            return
        if tag == "select":
            self._select = name
        elif kind != "file" and (kind != "checkbox" or "checked" in given):
            self.sent[name] = given.get("value", "")
        if "aria-invalid" in given:
            self.faulty.add(name)
        self.described[name] = given.get("aria-describedby", "")

    def handle_endtag(self, tag: str) -> None:
        """It ended: its words are known now."""
        said = self.words[self._began :].strip()
        match tag:
            case "style" | "script":
                self._silent = ""
            case "label":
                self.names[said] = self._open["for"]
            case "option":
                self.options.setdefault(self._select, {})[said] = self._open["value"]
            case "button":
                self.buttons[said] = (self._open.get("name", ""), self._open.get("value", ""))
                self.actions[said] = self._form
                self.disabled |= {said} if "disabled" in self._open else set()
            case "a":
                self.links[said] = self._open["href"]
            case _:
                pass

    def handle_data(self, data: str) -> None:
        """Words, of the page and not of its styles and scripts."""
        if not self._silent:
            self.words += data


class Browser:
    """Somebody in front of a host."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self._files: dict[str, Upload] = {}
        self._sent_last: tuple[str, dict[str, str], dict[str, Upload]] | None = None
        self.come("/")

    def come(self, path: str) -> None:
        """Go to an address, following where one is sent."""
        answer = self.wire.get(path)
        while answer.location:
            path = answer.location
            answer = self.wire.get(path)
        self._took(path, answer)

    def follow(self, link: str) -> None:
        """Follow a link by its words."""
        self.come(self.page.links[link])

    def fill(self, label: str, value: str | Upload) -> None:
        """Type, choose, tick (``on``) or take a file; the beginning of a name will do."""
        name = _beginning(label, self.page.names)
        if isinstance(value, Upload):
            self._files[name] = value
        elif name in self.page.options:
            self.page.sent[name] = _beginning(value, self.page.options[name])
        else:
            self.page.sent[name] = value

    def press(self, label: str) -> None:
        """Send the form that a button is of."""
        action, (name, value) = self.page.actions[label], self.page.buttons[label]
        pressed = {name: value} if name else {}
        if action in {"/language", "/leave"}:
            self.send(action, {**self.page.hidden[action], **pressed}, {})
        else:
            texts = {**self.page.hidden[action], **self.page.sent, **pressed}
            self.send(action or self.path, texts, self._files)

    def send(self, path: str, texts: dict[str, str], files: dict[str, Upload]) -> None:
        """Send a form, and go where one is sent."""
        self._sent_last = (path, texts, files)
        answer = self.wire.post(path, texts, files)
        if answer.location:
            self.come(answer.location)
        else:
            self._took(path, answer)

    def press_again(self) -> None:
        """Send once more what was sent last."""
        assert self._sent_last is not None
        self.send(*self._sent_last)

    def _took(self, path: str, answer: Answer) -> None:
        self.path, self.status = path, answer.status
        self.page = Page(answer.html)
        self._files = {}


def _beginning(text: str, among: Mapping[str, str]) -> str:
    """What the one name that begins with a text stands for."""
    (found,) = {value for said, value in among.items() if said.startswith(text)}
    return found
