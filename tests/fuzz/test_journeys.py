"""Every page of every journey, pressed and filled with whatever a browser or a host can send."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.fuzz.places import NotingDesk, Place, pages, sound_values
from tests.fuzz.strange import MARK, answered, fuzzed, json_values, often, texts, things

from utility_eservices import Desk, OpenJourney
from utility_eservices.casework.page import Page, entry_key
from utility_eservices.casework.screen import Screen, screen_schema
from utility_eservices.errors import EServicesError, HostMistake
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO, Upload

PAGES = pages()
VALID = Draft202012Validator(screen_schema())
# What stands in an entry before anybody has entered it.
PREFILLED = {
    entry_key(part)
    for page in PAGES.values()
    for part in page.entries
    if getattr(part, "prefill", None)
}

every_page = pytest.mark.parametrize("place", PAGES, ids="/".join)

# A file as a host hands it over and as JSON brings it, sound and not.
photos = st.builds(
    lambda name, content: {"name": name, "content": base64.b64encode(content).decode()},
    texts,
    st.sampled_from([EXAMPLE_PHOTO.content, EXAMPLE_PHOTO.content[:20], b"", MARK.encode()]),
)
files = photos | st.builds(Upload, texts, st.sampled_from([EXAMPLE_PHOTO.content, b""]))


def values_for(page: Page, sound: Mapping[str, object]) -> st.SearchStrategy[Any]:
    """Values of the page's entries, sound, odd or left out; seldom other keys, or no mapping."""
    keys = [entry_key(part) for part in page.entries]
    odd = often((2, json_values), (1, files))
    required = {key: often((3, st.just(sound[key])), (1, odd)) for key in keys if key in sound}
    some = st.fixed_dictionaries({}, optional=dict.fromkeys(keys, odd))
    own = often((2, st.fixed_dictionaries(required)), (1, some))
    others = st.dictionaries(texts | st.integers() | st.none() | st.tuples(texts), things)
    both = st.builds(lambda a, b: {**a, **b}, own, others)
    return often((18, own), (1, both), (1, things))


def buttons_for(page: Page) -> st.SearchStrategy[Any]:
    """The keys of the page's buttons, seldom anything else."""
    keys = [button.key for button in page.buttons]
    return often((9, st.sampled_from(keys)), (1, things)) if keys else things


# --- what must be true of any answer -------------------------------------------------------------


def check_screen(screen: Screen) -> None:
    """It is what the schema says, its labels are unique, and it repeats nothing as a sentence."""
    VALID.validate(screen.as_json())
    for labels in (
        [entry.label for entry in screen.entries],
        [button.label for button in screen.buttons],
    ):
        assert len(set(labels)) == len(labels)
    assert screen.final or screen.buttons
    said = [*screen.messages, *(entry.fault for entry in screen.entries)]
    assert MARK not in f"{screen!r}{said!r}"
    assert MARK not in "".join(message.text for message in screen.messages)


def check_answer(desk: Desk, before: OpenJourney, after: OpenJourney | EServicesError) -> None:
    """A refusal is the host's mistake; a journey is the same one, and goes on elsewhere."""
    if isinstance(after, EServicesError):
        return
    assert (after.id, after.person) == (before.id, before.person)
    assert (after.service, after.channel) in {place[:2] for place in PAGES}
    assert MARK not in repr(after)
    check_screen(after.screen)
    resumed = desk.resume(desk.suspend(after), after.person)
    assert resumed == after
    check_screen(resumed.screen)
    assert after.typed.keys() <= after.entered_on.keys() | PREFILLED
    json.dumps(dict(after.typed), ensure_ascii=False).encode()
    if after.number:
        assert desk.case(after.person, after.number).number == after.number


# --- the tests -----------------------------------------------------------------------------------


def test_every_page_is_reached(desk: NotingDesk) -> None:
    """By examples and what is on lists; what else it takes is to be added to `CIRCUMSTANCES`."""
    assert PAGES.keys() == desk.noted.keys()
    for opened in desk.noted.values():
        check_answer(desk, opened, opened)


@every_page
@fuzzed(18)
@given(data=st.data())
def test_whatever_is_pressed_is_a_screen_or_a_hosts_mistake(
    desk: NotingDesk, place: Place, data: st.DataObject
) -> None:
    """Three presses in a row, each on what the one before gave, with any button and any values."""
    opened = desk.noted[place]
    for _ in range(3):
        page = PAGES[place[0], place[1], opened.state]
        button = data.draw(buttons_for(page))
        values = data.draw(values_for(page, sound_values(desk, opened)))
        before = opened
        after = answered(lambda: desk.press(before, button, values), HostMistake)  # noqa: B023  # called at once
        check_answer(desk, before, after)
        if isinstance(after, EServicesError):
            # Nothing was changed by it: what could be pressed before still can.
            assert before == desk.show(before)
            return
        opened = after


@every_page
@fuzzed(18)
@given(data=st.data())
def test_whatever_is_filled_in_stays_on_its_page(
    desk: NotingDesk, place: Place, data: st.DataObject
) -> None:
    """Filling moves nothing; what can be kept is kept as it was entered."""
    opened, page = desk.noted[place], PAGES[place]
    values = data.draw(values_for(page, sound_values(desk, opened)))
    after = answered(lambda: desk.fill(opened, values), HostMistake)
    check_answer(desk, opened, after)
    if not isinstance(after, EServicesError):
        assert after.state == opened.state
        keys = {entry_key(part) for part in page.entries}
        for key, text in after.typed.items():
            if key in values and isinstance(values[key], str) and key in keys:
                assert text in (values[key], opened.typed.get(key))


@fuzzed(60)
@given(service=things, channel=things)
def test_any_name_of_a_service_or_portal_is_there_or_unknown(
    desk: NotingDesk, service: Any, channel: Any
) -> None:
    """Whatever came out of somebody's address line."""
    person = next(iter(desk.noted.values())).person
    answered(lambda: desk.begin(service, person), HostMistake)
    answered(lambda: desk.sign_in_window(channel, service), HostMistake)
    for place in PAGES:
        answered(lambda: desk.sign_in_window(channel, place[0]), HostMistake)  # noqa: B023  # called at once
    assert desk.services(channel) == ()
