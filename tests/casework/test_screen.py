"""Pəncərə: a screen as values, as JSON and as its schema."""

from __future__ import annotations

import json
from typing import Any

import attrs
import jsonschema
import pytest

from utility_eservices.casework.screen import (
    ChoiceEntry,
    FileEntry,
    Link,
    Message,
    NumberEntry,
    Rows,
    Screen,
    ScreenButton,
    Table,
    TextEntry,
    TickEntry,
    screen_schema,
)

SCREEN = Screen(
    "request",
    "new_request",
    "Borcun araşdırılması üzrə müraciət",
    "Məlumatları daxil edin.",
    entries=(
        TextEntry(key="phone", label="Telefon nömrəsi", text="050 200 10 20", fault="Səhv."),
        NumberEntry(key="reading", label="Göstərici", text="1254", unit="m³", section="Sayğac"),
        ChoiceEntry(
            key="reason",
            label="Səbəb",
            help="Siyahıdan seçin.",
            options=(("a", "Birinci"), ("b", "İkinci")),
            chosen="b",
            depends_on=("phone",),
        ),
        FileEntry(
            key="photo", label="Şəkil", kept="sayğac.png", media_types=("image/png",), longest=7
        ),
        TickEntry(key="agreed", label="Razıyam", ticked=True, required=False),
    ),
    rows=(Rows("Seçilmiş faktura", (("Nömrə", "17"),)),),
    tables=(Table("Müraciətlər", ("Nömrə", "Status"), (("1", "Araşdırılır"),)),),
    links=(Link("Qaydalar", "https://example.com/"),),
    messages=(Message("fault", "Səhv.", "wrong", "phone"), Message("success", "Oldu.")),
    buttons=(ScreenButton("send", "Göndər", enabled=False, enabled_by=("phone", "reason")),),
    dialog=True,
    redirect="https://pay.example/1",
)
BARE = Screen("home", "home", "Başlanğıc")


def valid(data: object) -> bool:
    """Whether JSON is a screen by the published schema."""
    return jsonschema.Draft202012Validator(screen_schema()).is_valid(data)


def test_the_schema_is_a_schema() -> None:
    """What is published is itself valid JSON Schema, draft 2020-12."""
    schema = screen_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("screen", [SCREEN, BARE], ids=["full", "bare"])
def test_a_screen_is_valid_under_the_schema(screen: Screen) -> None:
    """What a screen gives as JSON is what the schema describes, also after a trip as text."""
    plain = screen.as_json()
    jsonschema.Draft202012Validator(screen_schema()).validate(plain)
    assert json.loads(json.dumps(plain)) == plain


def test_the_schema_leaves_nothing_out_and_lets_nothing_in() -> None:
    """Each thing that a screen says is required, and nothing else is taken."""
    plain = SCREEN.as_json()
    for key in plain:
        assert not valid({name: value for name, value in plain.items() if name != key}), key
    assert not valid({**plain, "colour": "red"})


@pytest.mark.parametrize("name", ["entries", "rows", "tables", "links", "messages", "buttons"])
def test_the_schema_knows_what_lies_on_a_screen(name: str) -> None:
    """Each attribute of each thing on a screen is required, and nothing else is taken."""
    plain = SCREEN.as_json()
    for place, thing in enumerate(plain[name]):
        for key in thing:
            poorer = {k: v for k, v in thing.items() if k != key}
            assert not valid(_with(plain, name, place, poorer)), (name, key)
        assert not valid(_with(plain, name, place, {**thing, "colour": "red"}))


def _with(plain: dict[str, Any], name: str, place: int, thing: object) -> dict[str, Any]:
    things = [*plain[name]]
    things[place] = thing
    return {**plain, name: things}


def test_all_that_a_screen_holds_is_in_its_json() -> None:
    """Nothing is lost on the way, and an entry says of what kind it is."""
    plain = SCREEN.as_json()
    assert plain == {
        "key": "request",
        "window": "new_request",
        "title": "Borcun araşdırılması üzrə müraciət",
        "text": "Məlumatları daxil edin.",
        "entries": [
            {
                "kind": "text",
                "key": "phone",
                "label": "Telefon nömrəsi",
                "section": "",
                "help": "",
                "required": True,
                "fault": "Səhv.",
                "text": "050 200 10 20",
            },
            {
                "kind": "number",
                "key": "reading",
                "label": "Göstərici",
                "section": "Sayğac",
                "help": "",
                "required": True,
                "fault": "",
                "text": "1254",
                "unit": "m³",
            },
            {
                "kind": "choice",
                "key": "reason",
                "label": "Səbəb",
                "section": "",
                "help": "Siyahıdan seçin.",
                "required": True,
                "fault": "",
                "options": [["a", "Birinci"], ["b", "İkinci"]],
                "chosen": "b",
                "depends_on": ["phone"],
            },
            {
                "kind": "file",
                "key": "photo",
                "label": "Şəkil",
                "section": "",
                "help": "",
                "required": True,
                "fault": "",
                "kept": "sayğac.png",
                "media_types": ["image/png"],
                "longest": 7,
            },
            {
                "kind": "tick",
                "key": "agreed",
                "label": "Razıyam",
                "section": "",
                "help": "",
                "required": False,
                "fault": "",
                "ticked": True,
            },
        ],
        "rows": [{"title": "Seçilmiş faktura", "rows": [["Nömrə", "17"]]}],
        "tables": [
            {"title": "Müraciətlər", "columns": ["Nömrə", "Status"], "rows": [["1", "Araşdırılır"]]}
        ],
        "links": [{"label": "Qaydalar", "url": "https://example.com/"}],
        "messages": [
            {"tone": "fault", "text": "Səhv.", "code": "wrong", "field": "phone"},
            {"tone": "success", "text": "Oldu.", "code": "", "field": ""},
        ],
        "buttons": [
            {
                "key": "send",
                "label": "Göndər",
                "enabled": False,
                "enabled_by": ["phone", "reason"],
            }
        ],
        "dialog": True,
        "final": False,
        "redirect": "https://pay.example/1",
    }


def test_things_are_found_by_their_label() -> None:
    """A person finds entries and buttons by what is written on them."""
    assert SCREEN.entry("Səbəb").key == "reason"
    assert SCREEN.button("Göndər").key == "send"


def test_a_label_that_is_not_there_or_not_alone_is_refused() -> None:
    """Nothing is guessed: none and two are both errors, and say which label."""
    twice = attrs.evolve(SCREEN, buttons=(*SCREEN.buttons, ScreenButton("again", "Göndər")))
    with pytest.raises(LookupError, match="2 things on the screen are called “Göndər”"):
        twice.button("Göndər")
    with pytest.raises(LookupError, match="0 things on the screen are called “Ləğv et”"):
        SCREEN.button("Ləğv et")
    with pytest.raises(LookupError, match="0 things on the screen are called “Göndər”"):
        SCREEN.entry("Göndər")


def test_what_a_person_entered_does_not_show() -> None:
    """A screen in a log shows its shape and nothing of the person."""
    shown = repr(SCREEN)
    assert "Telefon nömrəsi" in shown
    for secret in ("050 200 10 20", "1254", "Birinci", "sayğac.png", "17", "Araşdırılır", "Oldu."):
        assert secret not in shown


def test_an_address_does_not_show() -> None:
    """Whoever has that of a payment's page may pay there."""
    screen = attrs.evolve(SCREEN, links=(Link("Ödəniş səhifəsi", "https://pay.example/2"),))
    shown = repr(screen)
    assert "Ödəniş səhifəsi" in shown
    for secret in ("pay.example/1", "pay.example/2"):
        assert secret not in shown
