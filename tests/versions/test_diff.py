"""Two versions compared: what of the old one goes on, and why something does not."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from tests.versions.sample import FIRST, SECOND, THIRD
from tests.versions.small import (
    END,
    OFFICER,
    OLD,
    PAGES,
    RULES,
    STATES,
    renewed,
    with_casework,
    with_pages,
)

from utility_eservices.casework.shape import (
    ButtonShape,
    EffectShape,
    EntryShape,
    FieldShape,
    JourneyShape,
    PageShape,
    RuleShape,
    Shape,
    StateShape,
    ToShape,
    TypeShape,
    UpgradeShape,
    shape_of,
)
from utility_eservices.conformance.versions import Diff, Line, Verdict, compare

SAFE, MAPPED, NEEDS_MAPPING, BLOCKED = Verdict


def line(found: Diff, kind: str, key: str) -> Line:
    (one,) = [item for item in found.lines if (item.kind, item.key) == (kind, key)]
    return one


def verdicts(found: Diff, kind: str) -> dict[str, Verdict]:
    return {item.key: item.verdict for item in found.lines if item.kind == kind}


def told(found: Diff, kind: str, key: str) -> tuple[Verdict, list[str]]:
    one = line(found, kind, key)
    return one.verdict, [reason.code for reason in one.reasons]


# --- the whole ----------------------------------------------------------------------------------


def test_one_safe_one_mapped_and_one_blocked_state() -> None:
    """The three answers beside each other, each with its reason."""
    states = {**STATES, "examined": OFFICER, "closed": OFFICER, "ended": END}
    rules = (
        RULES[0],
        RuleShape("forward", "sent", "examined"),
        RuleShape("close", "examined", "closed", (), ("cause",)),
        RuleShape("end", "closed", "ended"),
    )
    del states["checked"]
    found = compare(
        OLD, renewed(with_casework(states=states, rules=rules), states={"checked": "examined"})
    )
    assert told(found, "state", "sent") == (SAFE, [])
    assert told(found, "state", "checked") == (MAPPED, ["renamed"])
    assert line(found, "state", "checked").becomes == "examined"
    assert told(found, "state", "closed") == (BLOCKED, ["reopened"])
    assert not found.holds


def test_every_state_and_every_page_has_a_line() -> None:
    """In the order in which they are come to; what is alike on two portals stands once."""
    found = compare(OLD, OLD)
    assert [(item.kind, item.key) for item in found.lines] == [
        *(("state", key) for key in ("draft", "sent", "checked", "closed")),
        *(("page", key) for key in ("code", "more", "confirm", "done")),
    ]
    assert {item.channels for item in found.lines if item.kind == "page"} == {
        ("a.example", "b.example")
    }
    assert found.holds


@pytest.mark.parametrize(("old", "new"), [(FIRST, SECOND), (SECOND, THIRD), (FIRST, THIRD)])
def test_the_sample_holds(old: Any, new: Any) -> None:
    """Its upgrades are what the other tests run on; nothing in them is left out."""
    found = compare(shape_of(old), shape_of(new))
    assert found.holds
    assert (found.service, found.old, found.new) == (old.key, old.version, new.version)


def test_the_sample_without_its_upgrades_does_not_hold() -> None:
    """Each thing that was renamed or changed is found by the comparison alone."""
    bare = attrs.evolve(shape_of(THIRD), upgrades=())
    found = compare(shape_of(FIRST), bare)
    told_of = {
        (item.kind, item.key): [reason.code for reason in item.reasons]
        for item in found.lines
        if not item.verdict.holds and item.kind != "state"
    }
    assert told_of == {
        ("page", "details"): ["gone"],
        ("page", "confirm"): ["not_passed"],
        ("field", "phone"): ["gone"],
        ("field", "fax"): ["gone"],
        ("field", "mobile"): ["new_field"],
        ("field", "urgent"): ["new_field"],
        ("finding", "result"): ["gone"],
        ("effect", "assign"): ["effect_unknown"],
        ("effect", "notice.sent.portal"): ["effect_unknown"],
        ("effect", "notice.sent.sms"): ["effect_unknown"],
        ("effect", "notice.closed.portal"): ["finding"],
    }
    assert set(verdicts(found, "state").values()) <= {NEEDS_MAPPING, BLOCKED}


def test_a_changed_shape_of_one_version_needs_another_version() -> None:
    """Under one version nothing can be mapped; other upgrades alone are no other shape."""
    found = compare(OLD, attrs.evolve(OLD, findings={"cause": "str", "more": "str"}))
    assert told(found, "service", "small") == (NEEDS_MAPPING, ["same_version"])
    second = renewed()
    assert compare(second, attrs.evolve(second, upgrades=(UpgradeShape(1, {"a": "b"}),))).holds


REACHED = attrs.evolve(OLD, reach={"sms": "phone"}, concerns="code")


def with_mobile(optional: str = "", **changes: Any) -> Shape:
    """The notices go to a mobile telephone by now, for which there is a field of its own."""
    form = {**OLD.form, "mobile": FieldShape(f"m.Phone{optional}")}
    return attrs.evolve(REACHED, form=form, reach={"sms": "mobile"}, **changes)


def test_whoever_was_told_is_told() -> None:
    """A telephone that old requests may lack is no address for their notices."""
    found = compare(REACHED, renewed(with_mobile(" | None")))
    assert told(found, "service", "small") == (NEEDS_MAPPING, ["unreached"])
    assert line(found, "service", "small").reasons[0].values == {"medium": "sms", "new": "mobile"}
    filled = compare(REACHED, renewed(with_mobile(" | None"), fields={"mobile": None}))
    assert told(filled, "service", "small") == (SAFE, ["reach"])
    assert filled.holds
    # Nobody who might have had no telephone loses one, and nothing is lost without notices.
    unsure = attrs.evolve(with_mobile(" | None"), reach={"sms": "note"})
    assert told(compare(unsure, renewed(with_mobile(" | None"))), "service", "small")[0] is SAFE
    for silent in (attrs.evolve(REACHED, reach={}), attrs.evolve(REACHED, casework=None)):
        found = compare(silent, renewed(with_mobile(" | None", casework=silent.casework)))
        assert verdicts(found, "service") == {}


def test_notices_that_go_elsewhere_are_told_of() -> None:
    """To another field that is filled; one that only changed its name is the same."""
    found = compare(REACHED, renewed(attrs.evolve(REACHED, reach={"sms": "code"})))
    assert told(found, "service", "small") == (SAFE, ["reach"])
    assert line(found, "service", "small").reasons[0].values == {
        "medium": "sms",
        "old": "phone",
        "new": "code",
    }
    form = {"mobile" if key == "phone" else key: kind for key, kind in OLD.form.items()}
    moved = renewed(attrs.evolve(with_mobile(), form=form), fields={"mobile": "phone"})
    assert verdicts(compare(REACHED, moved), "service") == {}
    assert verdicts(compare(REACHED, renewed(attrs.evolve(REACHED, reach={}))), "service") == {}


@pytest.mark.parametrize(
    ("before", "after", "values"),
    [
        ("code", "note", {"old": "code", "new": "note"}),
        ("", "code", {"old": "–", "new": "code"}),
        ("code note", "note", {"old": "code note", "new": "note"}),
    ],
)
def test_what_a_request_is_about_is_told_when_it_changes(
    before: str, after: str, values: dict[str, str]
) -> None:
    """What was sent keeps the code it was sent with."""
    old, new = (attrs.evolve(OLD, concerns=key) for key in (before, after))
    found = compare(old, renewed(new))
    assert told(found, "service", "small") == (SAFE, ["concerns"])
    assert line(found, "service", "small").reasons[0].values == values
    assert verdicts(compare(old, renewed(old)), "service") == {}


def test_only_a_newer_version_of_the_same_service_is_compared() -> None:
    """Anything else is a mistake of the caller."""
    with pytest.raises(ValueError, match="different services"):
        compare(OLD, attrs.evolve(OLD, service="other"))
    with pytest.raises(ValueError, match="newer"):
        compare(renewed(), OLD)


def test_json_has_stable_codes() -> None:
    """Programs read the same words in every language."""
    states = {key: state for key, state in STATES.items() if key != "checked"}
    rules = (RULES[0], RuleShape("forward", "sent", "closed"))
    found = compare(OLD, renewed(with_casework(states=states, rules=rules))).as_json()
    assert (found["service"], found["old"], found["new"], found["holds"]) == ("small", 1, 2, False)
    (one,) = [item for item in found["lines"] if item["key"] == "checked"]
    assert one["verdict"] == "needs_mapping"
    assert (one["kind"], one["becomes"], one["channels"]) == ("state", "", [])
    assert one["why"] == [{"code": "gone", "values": {}}]
    (one,) = [item for item in found["lines"] if item["key"] == "closed"]
    assert one["why"] == []


# --- states -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        pytest.param({"checked": StateShape()}, ["no_owner"], id="nobody holds it"),
        pytest.param({"checked": END}, ["ended"], id="it would be closed"),
        pytest.param({"checked": StateShape(owner="b")}, ["owner_idle"], id="who cannot act"),
    ],
)
def test_how_a_state_stands(changes: dict[str, StateShape], reasons: list[str]) -> None:
    """A case is never closed, or left to nobody or to one who can do nothing with it."""
    found = compare(OLD, renewed(with_casework(states={**STATES, **changes})))
    assert told(found, "state", "checked") == (BLOCKED if reasons else SAFE, reasons)


def acting(*roles: str) -> tuple[RuleShape, ...]:
    """The casework with another who may close."""
    return (*RULES[:2], attrs.evolve(RULES[2], roles=roles))


def test_the_holder_of_a_case_can_act_on_it() -> None:
    """Another may hold it who has an act there; one whose act goes to another role may not."""
    states = {**STATES, "checked": StateShape(owner="other")}
    given = with_casework(states=states, rules=acting("other"))
    assert told(compare(OLD, renewed(given)), "state", "checked") == (SAFE, [])
    anybody = with_casework(states=states, rules=acting())
    assert told(compare(OLD, renewed(anybody)), "state", "checked") == (SAFE, [])
    found = compare(OLD, renewed(with_casework(rules=acting("other"))))
    assert told(found, "state", "checked") == (BLOCKED, ["owner_idle"])
    # Who could do nothing before loses nothing.
    idle = with_casework(rules=acting("other"))
    assert compare(idle, renewed(idle)).holds


def test_a_state_without_a_way_to_an_end_is_blocked() -> None:
    """Also where a way leads on, but in a circle."""
    rules = (*RULES[:2], RuleShape("wait", "checked", "checked"))
    states = {**STATES, "sent": OFFICER}
    found = compare(OLD, renewed(with_casework(states=states, rules=rules)))
    assert told(found, "state", "checked") == (BLOCKED, ["no_way_out"])


def test_a_case_is_not_left_waiting_for_an_outcome_that_nobody_ordered() -> None:
    """An officer held it; by now only an effect that was never ordered would move it on."""
    rules = (*RULES[:2], attrs.evolve(RULES[2], roles=("system",)))
    states = {**STATES, "checked": STATES["sent"]}
    found = compare(OLD, renewed(with_casework(states=states, rules=rules)))
    assert told(found, "state", "checked") == (BLOCKED, ["no_outcome"])
    assert told(found, "state", "sent") == (SAFE, [])


def test_a_guard_of_an_act_that_is_new_is_told() -> None:
    """Nobody steps past it, and whether old cases come through only its author knows."""
    rules = (*RULES[:2], attrs.evolve(RULES[2], guards=("is_paid",)))
    found = compare(OLD, renewed(with_casework(rules=rules)))
    assert told(found, "state", "checked") == (SAFE, ["guarded"])
    assert line(found, "state", "checked").reasons[0].values == {"guards": "close: is_paid"}
    assert told(found, "state", "sent") == (SAFE, [])
    assert compare(with_casework(rules=rules), with_casework(rules=rules)).lines[2].reasons == ()
    # Under one version it may not change unsaid.
    assert told(compare(OLD, with_casework(rules=rules)), "service", "small")[0] is NEEDS_MAPPING


def test_a_case_does_not_leave_every_inbox() -> None:
    """An officer's act is left beside the system's, and nobody sees the case to do it."""
    mixed = (*RULES, attrs.evolve(RULES[2], event="finish", roles=("system",)))
    states = {**STATES, "checked": STATES["sent"]}
    found = compare(with_casework(rules=mixed), renewed(with_casework(states=states, rules=mixed)))
    assert told(found, "state", "checked") == (BLOCKED, ["no_outcome"])


def test_a_case_that_always_has_an_effect_under_way_may_wait_for_it() -> None:
    """Whoever held it, its outcome moves it on; one that some way in orders not is no such."""
    ordered = (RULES[0], attrs.evolve(RULES[1], effects=("settle",)))
    ends = tuple(attrs.evolve(RULES[2], roles=(role,)) for role in ("officer", "system"))
    effects = {**OLD.effects, "settle": EffectShape("close", "close")}
    states = {**STATES, "checked": STATES["sent"]}
    plain = attrs.evolve(OLD, effects=effects)
    old = with_casework(plain, rules=(*ordered, *ends))
    new = with_casework(plain, states=states, rules=(*ordered, *ends))
    assert told(compare(old, renewed(new)), "state", "checked") == (SAFE, [])
    other = RuleShape("skip", "sent", "checked", ("system",))
    old, new = (
        attrs.evolve(item, casework=attrs.evolve(item.casework, rules=(*ordered, *ends, other)))
        for item in (old, new)
        if item.casework
    )
    assert told(compare(old, renewed(new)), "state", "checked") == (BLOCKED, ["no_outcome"])


def test_a_casework_that_never_had_an_end_needs_none() -> None:
    """What goes in a circle goes on in it."""
    states = {**STATES, "closed": OFFICER}
    again = RuleShape("reopen", "closed", "checked", ("officer",))
    circle = with_casework(states=states, rules=(*RULES, again))
    assert compare(circle, renewed(circle)).holds


def test_a_service_that_has_no_casework_any_more_has_no_states() -> None:
    """Every request of before would be lost."""
    found = compare(OLD, renewed(attrs.evolve(OLD, casework=None)))
    assert {told(found, "state", key)[1][0] for key in STATES} == {"gone"}


def test_a_mapping_to_no_state_is_none() -> None:
    """As may stand in a file that no service made."""
    found = compare(OLD, renewed(states={"checked": "nowhere"}))
    assert told(found, "state", "checked") == (NEEDS_MAPPING, ["gone"])
    assert line(found, "state", "checked").becomes == ""


def test_a_case_that_waits_for_an_effect_must_hear_of_its_outcome() -> None:
    """The event that the effect leads to leaves the state no longer."""
    rules = (RULES[0], RuleShape("go_on", "sent", "checked"), RULES[2])
    found = compare(OLD, renewed(with_casework(rules=rules)))
    assert told(found, "state", "sent") == (BLOCKED, ["outcome_lost"])
    moved = attrs.evolve(
        with_casework(rules=rules),
        effects={**OLD.effects, "route": EffectShape("go_on", "go_on")},
    )
    assert compare(OLD, renewed(moved)).holds


def test_a_case_that_waits_for_an_unknown_effect_is_blocked() -> None:
    """Until it is named; then the case waits for that."""
    effects = {**OLD.effects, "find_unit": OLD.effects["route"]}
    del effects["route"]
    rules = (attrs.evolve(RULES[0], effects=("find_unit",)), *RULES[1:])
    new = with_casework(attrs.evolve(OLD, effects=effects), rules=rules)
    found = compare(OLD, renewed(new))
    assert told(found, "state", "sent") == (BLOCKED, ["effect_unknown"])
    assert line(found, "state", "sent").reasons[0].values == {"effect": "route"}
    assert line(found, "effect", "route").becomes == ""
    assert told(found, "effect", "route") == (BLOCKED, ["effect_unknown"])
    found = compare(OLD, renewed(new, effects={"route": "find_unit"}))
    assert told(found, "state", "sent") == (SAFE, [])
    assert told(found, "effect", "route") == (MAPPED, ["renamed"])
    one = line(found, "effect", "route")
    assert (one.channels, one.becomes) == ((), "find_unit")
    assert one.reasons[0].values == {"now": "find_unit"}


def with_need(finding: str, since: str) -> Shape:
    """A notice on the end that needs a finding, stated on leaving some state."""
    rules = tuple(
        attrs.evolve(rule, findings=(*rule.findings, finding)) if rule.source == since else rule
        for rule in RULES
    )
    effects = {**OLD.effects, "notice.closed.sms": EffectShape("", "", (finding,), ("a.example",))}
    findings = {**OLD.findings, finding: "str"}
    return with_casework(attrs.evolve(OLD, effects=effects, findings=findings), rules=rules)


def test_a_finding_that_old_cases_never_stated_is_missed_ahead_of_them() -> None:
    """Stated on leaving a state that an old case has passed already, needed at the end."""
    found = compare(OLD, renewed(with_need("size", since="sent")))
    assert told(found, "state", "sent") == (SAFE, [])
    assert told(found, "state", "checked") == (NEEDS_MAPPING, ["finding"])
    assert line(found, "state", "checked").reasons[0].values == {
        "finding": "size",
        "state": "closed",
    }
    # Whoever is past it needs nothing; only a notice that is still pending does.
    assert told(found, "state", "closed") == (SAFE, [])
    assert told(found, "effect", "notice.closed.sms") == (BLOCKED, ["finding"])


def test_a_finding_may_be_stated_under_way_or_made_by_a_function() -> None:
    """Then nothing is missing where the old case stands."""
    found = compare(OLD, renewed(with_need("size", since="checked")))
    assert told(found, "state", "checked") == (SAFE, [])
    made = compare(OLD, renewed(with_need("size", since="sent"), findings={"size": None}))
    assert told(made, "state", "checked") == (SAFE, [])
    assert made.holds


def test_what_new_cases_lack_as_well_is_not_the_versions_doing() -> None:
    """A need that nothing ever stated is the service's own matter."""
    old = attrs.evolve(OLD, effects={**OLD.effects, "route": EffectShape("forward", "forward")})
    new = attrs.evolve(
        OLD, effects={**OLD.effects, "notice.sent.sms": EffectShape(needs=("cause",))}
    )
    assert compare(old, renewed(new)).holds


def test_a_finding_that_a_function_converts_was_stated_where_it_was_stated() -> None:
    """Nobody is thought to have stated it because a function will convert it."""
    early, later = attrs.evolve(RULES[0], findings=("cause",)), attrs.evolve(RULES[2], findings=())
    new = with_casework(rules=(early, RULES[1], later))
    found = compare(OLD, renewed(new, findings={"cause": None}))
    assert told(found, "state", "checked") == (NEEDS_MAPPING, ["finding"])
    assert told(found, "state", "closed") == (MAPPED, ["values"])


# --- fields and findings ------------------------------------------------------------------------


def with_form(**fields: FieldShape | None) -> Shape:
    form = {key: field for key, field in {**OLD.form, **fields}.items() if field is not None}
    return attrs.evolve(OLD, form=form)


@pytest.mark.parametrize(
    ("new", "upgrade", "key", "expected"),
    [
        pytest.param(with_form(note=None), {}, "note", (NEEDS_MAPPING, ["gone"]), id="gone"),
        pytest.param(
            with_form(note=None), {"dropped": ("note",)}, "note", (MAPPED, ["dropped"]), id="drop"
        ),
        pytest.param(
            with_form(note=None, remark=FieldShape("str | None")),
            {"fields": {"remark": "note"}},
            "note",
            (MAPPED, ["renamed"]),
            id="renamed",
        ),
        pytest.param(
            with_form(note=None, remark=FieldShape("m.Remark")),
            {"fields": {"remark": "note"}},
            "note",
            (NEEDS_MAPPING, ["renamed", "type"]),
            id="renamed and another type",
        ),
        pytest.param(
            with_form(note=FieldShape("str")), {}, "note", (NEEDS_MAPPING, ["type"]), id="required"
        ),
        pytest.param(
            with_form(phone=FieldShape("m.Phone", file=True)),
            {},
            "phone",
            (NEEDS_MAPPING, ["type"]),
            id="a file",
        ),
        pytest.param(
            with_form(note=FieldShape("str")),
            {"fields": {"note": None}},
            "note",
            (MAPPED, ["made"]),
            id="converted",
        ),
        pytest.param(
            with_form(size=FieldShape("int")), {}, "size", (NEEDS_MAPPING, ["new_field"]), id="new"
        ),
        pytest.param(
            with_form(size=FieldShape("int")),
            {"fields": {"size": None}},
            "size",
            (MAPPED, ["made"]),
            id="new by a function",
        ),
        pytest.param(
            OLD,
            {"fields": {"phone": "telephone"}},
            "telephone",
            (NEEDS_MAPPING, ["no_source"]),
            id="a source that never was",
        ),
    ],
)
def test_a_field(
    new: Shape, upgrade: dict[str, Any], key: str, expected: tuple[Verdict, list[str]]
) -> None:
    """Its own line, and the same verdict for every state: a case is read as a whole."""
    found = compare(OLD, renewed(new, **upgrade))
    assert told(found, "field", key) == expected
    assert set(verdicts(found, "state").values()) == {expected[0]}
    assert line(found, "state", "sent").reasons[-1].values == {"keys": key}
    one = line(found, "field", key)
    renames = upgrade.get("fields", {}).items()
    now = next((name for name, source in renames if source == key), key)
    arrives = now in new.form and expected[1] != ["no_source"]
    assert (one.channels, one.becomes) == ((), now if arrives else "")
    for reason in one.reasons:
        if reason.code == "renamed":
            assert reason.values == {"now": now}
        if reason.code == "type":
            old, then = OLD.form[key], new.form[now]
            assert reason.values == {"old": old.type, "new": then.type}


@pytest.mark.parametrize(
    "new",
    [
        with_form(phone=FieldShape("m.Phone | None")),
        with_form(size=FieldShape("int | None")),
        with_form(note=FieldShape("str | None", given="today")),
    ],
)
def test_a_field_that_asks_for_less_is_safe(new: Shape) -> None:
    """What may be empty by now, or is new and may be empty."""
    found = compare(OLD, renewed(new))
    assert verdicts(found, "field") == {}
    assert set(verdicts(found, "state").values()) == {SAFE}


@pytest.mark.parametrize("kind", ["m.Phone", "tuple[m.Phone, ...]", "m.Card"])
def test_a_type_that_is_made_of_other_parts_is_another_type(kind: str) -> None:
    """Kept values are parts of what they were made of, however deep."""
    types = {**OLD.types, "m.Card": TypeShape({"number": "m.Phone"})}
    old = attrs.evolve(with_form(phone=FieldShape(kind)), types=types)
    new = attrs.evolve(old, types={**types, "m.Phone": TypeShape({"value": "int"})})
    assert told(compare(old, renewed(new)), "field", "phone") == (NEEDS_MAPPING, ["type"])
    assert verdicts(compare(old, renewed(old)), "field") == {}


def test_a_type_whose_name_only_holds_a_changed_ones_is_the_same() -> None:
    """Names are compared whole, also in brackets: m.Code2 is made of nothing of m.Code."""
    kind = "tuple[m.Code2, ...]"
    types = {**OLD.types, "m.Code2": TypeShape({"value": "str"})}
    old = attrs.evolve(with_form(phone=FieldShape(kind)), types=types)
    new = attrs.evolve(old, types={**types, "m.Code": TypeShape({"value": "int"})})
    found = compare(old, renewed(new))
    assert verdicts(found, "field") == {"code": NEEDS_MAPPING}
    assert line(found, "field", "code").reasons[0].code == "type"


@pytest.mark.parametrize(
    ("old", "new", "reads"),
    [
        pytest.param(
            TypeShape({"value": "str"}),
            TypeShape({"value": "str", "extension": "str"}, ("extension",)),
            True,
            id="a part with a default",
        ),
        pytest.param(
            TypeShape({"value": "str"}),
            TypeShape({"value": "str", "extension": "str | None"}),
            False,
            id="a part without one",
        ),
        pytest.param(
            TypeShape({"value": "str"}),
            TypeShape({"value": "str | None"}),
            True,
            id="a part that may be empty",
        ),
        pytest.param(
            TypeShape({"value": "str", "extension": "str"}),
            TypeShape({"value": "str"}),
            False,
            id="a part less",
        ),
        pytest.param(
            TypeShape(members={"HOME": "h"}),
            TypeShape(members={"AT_HOME": "h", "WORK": "w"}),
            True,
            id="a member more",
        ),
        pytest.param(
            TypeShape(members={"HOME": "h", "WORK": "w"}),
            TypeShape(members={"HOME": "h"}),
            False,
            id="a member less",
        ),
        pytest.param(
            TypeShape(members={"HOME": 1}), TypeShape(members={"HOME": "1"}), False, id="1 and “1”"
        ),
        pytest.param(
            TypeShape(members={"HOME": "h"}), TypeShape({"value": "str"}), False, id="a record"
        ),
        pytest.param(TypeShape({"value": "str"}), None, False, id="nothing"),
    ],
)
def test_what_was_kept_of_a_type_can_be_read(
    old: TypeShape, new: TypeShape | None, reads: bool
) -> None:
    """A type may grow by what old values do without; nothing that was kept is lost."""
    before = attrs.evolve(OLD, types={**OLD.types, "m.Phone": old})
    after = {**OLD.types, **({"m.Phone": new} if new else {})}
    if new is None:
        del after["m.Phone"]
    found = compare(before, renewed(attrs.evolve(OLD, types=after)))
    assert verdicts(found, "field") == ({} if reads else {"phone": NEEDS_MAPPING})


def test_a_finding_concerns_those_who_may_have_stated_it() -> None:
    """The cause is stated with the last act; before it, its name matters to nobody."""
    new = attrs.evolve(OLD, findings={"cause": "m.Remark"})
    found = compare(OLD, renewed(new))
    assert told(found, "finding", "cause") == (NEEDS_MAPPING, ["type"])
    assert told(found, "state", "closed") == (NEEDS_MAPPING, ["values"])
    assert told(found, "state", "checked") == (SAFE, [])


def test_findings_are_renamed_or_given_up_like_fields() -> None:
    """One that is gone has to be named."""
    rules = (*RULES[:2], attrs.evolve(RULES[2], findings=("reason",)))
    effects = {**OLD.effects, "notice.closed.sms": EffectShape("", "", (), ("a.example",))}
    new = with_casework(attrs.evolve(OLD, findings={"reason": "str"}, effects=effects), rules=rules)
    assert told(compare(OLD, renewed(new)), "finding", "cause") == (NEEDS_MAPPING, ["gone"])
    named = renewed(new, findings={"reason": "cause"})
    assert told(compare(OLD, named), "finding", "cause") == (MAPPED, ["renamed"])
    dropped = renewed(new, dropped_findings=("cause",))
    assert told(compare(OLD, dropped), "finding", "cause") == (MAPPED, ["dropped"])


def test_what_a_performer_said_undeclared_can_be_named() -> None:
    """It is a text; nothing else is made of it by a name alone. Without performers it never was."""
    new = attrs.evolve(OLD, findings={**OLD.findings, "unit_name": "str"})
    found = compare(OLD, renewed(new, findings={"unit_name": "unit"}))
    assert told(found, "finding", "unit") == (MAPPED, ["renamed"])
    assert found.holds
    remark = attrs.evolve(new, findings={**OLD.findings, "unit_name": "m.Remark"})
    found = compare(OLD, renewed(remark, findings={"unit_name": "unit"}))
    assert told(found, "finding", "unit") == (NEEDS_MAPPING, ["renamed", "type"])
    silent = attrs.evolve(OLD, effects={"notice.closed.sms": OLD.effects["notice.closed.sms"]})
    quiet = with_casework(silent, rules=(attrs.evolve(RULES[0], effects=()), *RULES[1:]))
    found = compare(quiet, renewed(quiet, findings={"unit_name": "unit"}))
    assert told(found, "finding", "unit") == (NEEDS_MAPPING, ["no_source"])


def test_a_service_that_keeps_no_cases_may_ask_for_more() -> None:
    """There is no request without the new field."""
    old = attrs.evolve(OLD, casework=None, effects={})
    new = attrs.evolve(with_form(size=FieldShape("int")), casework=None, effects={})
    assert compare(old, renewed(new)).holds


# --- effects ------------------------------------------------------------------------------------


WITHOUT_NOTICE = attrs.evolve(OLD, effects={"route": OLD.effects["route"]})


def test_a_notice_that_is_sent_no_more_has_to_be_given_up() -> None:
    """One may be pending; that it is not sent is said."""
    found = compare(OLD, renewed(WITHOUT_NOTICE))
    assert told(found, "effect", "notice.closed.sms") == (BLOCKED, ["effect_unknown"])
    found = compare(OLD, renewed(WITHOUT_NOTICE, effects={"notice.closed.sms": None}))
    assert told(found, "effect", "notice.closed.sms") == (MAPPED, ["dropped"])
    assert found.holds


def test_a_notice_is_sent_to_those_it_was_sent_to() -> None:
    """For requests of a portal it no longer knows, a pending one would fail."""
    fewer = EffectShape(needs=("cause",), channels=("b.example",))
    found = compare(
        OLD, renewed(attrs.evolve(OLD, effects={**OLD.effects, "notice.closed.sms": fewer}))
    )
    assert told(found, "effect", "notice.closed.sms") == (BLOCKED, ["channel_lost"])
    assert line(found, "effect", "notice.closed.sms").reasons[0].values == {"channels": "a.example"}


def test_a_notice_becomes_no_effect_that_moves_its_case() -> None:
    """Its row was ordered as a letter."""
    found = compare(OLD, renewed(WITHOUT_NOTICE, effects={"notice.closed.sms": "route"}))
    assert told(found, "effect", "notice.closed.sms") == (BLOCKED, ["renamed", "outcome_lost"])


def test_a_pending_notice_has_what_was_always_stated_by_then() -> None:
    """It may need by now what every case has stated when it was ordered, and nothing else."""
    bare = attrs.evolve(OLD.effects["notice.closed.sms"], needs=())
    old = attrs.evolve(OLD, effects={**OLD.effects, "notice.closed.sms": bare})
    assert compare(old, renewed(OLD)).holds
    other = RuleShape("give_up", "checked", "closed", ("officer",))
    sometimes = with_casework(old, rules=(*RULES, other))
    new = with_casework(OLD, rules=(*RULES, other))
    found = compare(sometimes, renewed(new))
    one = line(found, "effect", "notice.closed.sms")
    assert told(found, "effect", one.key) == (BLOCKED, ["finding"])
    assert (one.channels, one.becomes) == ((), "notice.closed.sms")
    assert one.reasons[0].values == {"findings": "cause"}


def test_what_is_pending_with_an_effect_of_the_casework() -> None:
    """As of a notice: what was stated up to the act that ordered it."""
    effects = {**OLD.effects, "route": EffectShape("forward", "forward", ("cause",))}
    stating = (attrs.evolve(RULES[0], findings=("cause",)), *RULES[1:])
    new = attrs.evolve(OLD, effects=effects)
    assert compare(with_casework(rules=stating), renewed(with_casework(new, rules=stating))).holds
    found = compare(OLD, renewed(with_casework(new, rules=stating)))
    assert told(found, "effect", "route") == (BLOCKED, ["finding"])


# --- pages --------------------------------------------------------------------------------------


def with_page(key: str, **changes: Any) -> dict[str, PageShape]:
    return {**PAGES, key: attrs.evolve(PAGES[key], **changes)}


def test_a_page_behind_a_gate_that_is_new_needs_an_earlier_page() -> None:
    """Who stands behind it was never asked; who stands before it will be."""
    button = attrs.evolve(PAGES["code"].buttons[0], to=(ToShape("more", ("not_in_debt",)),))
    new = with_pages(with_page("code", buttons=(button,)))
    found = compare(OLD, renewed(new))
    assert told(found, "page", "code") == (SAFE, [])
    assert told(found, "page", "more") == (NEEDS_MAPPING, ["not_passed"])
    assert told(found, "page", "confirm") == (NEEDS_MAPPING, ["not_passed"])
    assert line(found, "page", "more").reasons[0].values == {"steps": "not_in_debt"}
    # What has been sent has been sent.
    assert told(found, "page", "done") == (SAFE, [])
    back = {"a.example": {"more": "code", "confirm": "code"}}
    found = compare(OLD, renewed(new, pages=back))
    assert told(found, "page", "more") == (MAPPED, ["renamed"])
    assert found.holds


def test_a_guard_that_is_new_counts_like_a_gate() -> None:
    """Nothing asked it of those who stand behind it, whatever it looks at."""
    button = attrs.evolve(PAGES["more"].buttons[0], to=(ToShape("confirm", (), ("of_age",)),))
    found = compare(OLD, renewed(with_pages(with_page("more", buttons=(button,)))))
    assert told(found, "page", "more") == (SAFE, [])
    assert told(found, "page", "confirm") == (NEEDS_MAPPING, ["not_passed"])
    assert line(found, "page", "confirm").reasons[0].values == {"steps": "of_age"}


def test_an_outcome_that_is_new_is_tried_before_those_behind_it() -> None:
    """Whoever went on before there was another way might have been sent that way."""
    to = (ToShape("closed_today", ("frost",), ("outdoors",)), ToShape("confirm"))
    button = attrs.evolve(PAGES["more"].buttons[0], to=to)
    pages = {**with_page("more", buttons=(button,)), "closed_today": PageShape("x", final=True)}
    found = compare(OLD, renewed(with_pages(pages)))
    assert told(found, "page", "more") == (SAFE, [])
    assert told(found, "page", "confirm") == (NEEDS_MAPPING, ["not_passed"])
    assert line(found, "page", "confirm").reasons[0].values == {"steps": "frost, outdoors"}
    # Whichever of two outcomes leads there, nothing was asked of everybody.
    same = attrs.evolve(button, to=(ToShape("confirm", ("frost",)), ToShape("confirm")))
    assert compare(OLD, renewed(with_pages(with_page("more", buttons=(same,))))).holds


def test_a_gate_that_can_be_gone_round_is_none() -> None:
    """Faults lead on without it, so nobody is sure to have passed it."""
    button = attrs.evolve(
        PAGES["code"].buttons[0], to=(ToShape("more", ("asked",)),), otherwise="more"
    )
    assert compare(OLD, renewed(with_pages(with_page("code", buttons=(button,))))).holds


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        pytest.param(EntryShape("Typed", "size"), FieldShape("int"), id="field"),
        pytest.param(EntryShape("Ticked", "size"), None, id="tick"),
        pytest.param(EntryShape("Typed", "size", ("fits",)), FieldShape("int | None"), id="gate"),
    ],
)
def test_a_page_behind_an_entry_that_is_new_needs_an_earlier_page(
    entry: EntryShape, field: FieldShape | None
) -> None:
    """What must be filled in before it, and what its value must pass."""
    more = PAGES["more"]
    button = attrs.evolve(more.buttons[0], submits=(*more.buttons[0].submits, "size"))
    pages = with_page("more", entries=(*more.entries, entry), buttons=(button,))
    new = attrs.evolve(with_pages(pages), form={**OLD.form, **({"size": field} if field else {})})
    found = compare(OLD, renewed(new, fields={"size": None} if field else {}))
    assert told(found, "page", "more") == (SAFE, [])
    assert told(found, "page", "confirm") == (NEEDS_MAPPING, ["not_passed"])


def test_an_entry_that_may_stay_empty_holds_up_nobody() -> None:
    """It was not asked for then, and need not be now."""
    more = PAGES["more"]
    button = attrs.evolve(more.buttons[0], submits=(*more.buttons[0].submits, "note"))
    pages = with_page(
        "more", entries=(*more.entries, EntryShape("Typed", "note")), buttons=(button,)
    )
    assert compare(OLD, renewed(with_pages(pages))).holds


def test_what_is_entered_anew_was_not_entered() -> None:
    """A renamed entry keeps its text; the value that a function makes for cases is typed again."""
    more = PAGES["more"]
    entries = (EntryShape("Typed", "mobile"), more.entries[1])
    button = attrs.evolve(more.buttons[0], submits=("mobile", "agreed"))
    form = {**OLD.form, "mobile": OLD.form["phone"]}
    del form["phone"]
    new = attrs.evolve(with_pages(with_page("more", entries=entries, buttons=(button,))), form=form)
    assert compare(OLD, renewed(new, fields={"mobile": "phone"})).holds
    made = compare(OLD, renewed(new, fields={"mobile": None}, dropped=("phone",)))
    assert told(made, "page", "confirm") == (NEEDS_MAPPING, ["not_passed"])


@pytest.mark.parametrize(
    ("key", "final"),
    [pytest.param("done", False, id="open"), pytest.param("more", True, id="over")],
)
def test_an_end_stays_an_end(key: str, final: bool) -> None:
    """Nobody's journey is over by a new version, and none that was over goes on."""
    buttons = (ButtonShape("on", (ToShape("last"),)),)
    last = {"last": PageShape("last", final=True)}
    new = with_pages({**with_page(key, final=final, buttons=() if final else buttons), **last})
    verdict, reasons = told(compare(OLD, renewed(new)), "page", key)
    assert (verdict, reasons[0]) == (NEEDS_MAPPING, "end")


def test_a_page_still_leads_to_an_end() -> None:
    """Its only button is gone: whoever stands there, or before it, would stand there for ever."""
    found = compare(OLD, renewed(with_pages(with_page("more", buttons=()))))
    assert told(found, "page", "code") == (NEEDS_MAPPING, ["no_way_out"])
    assert told(found, "page", "more") == (NEEDS_MAPPING, ["no_way_out"])
    assert told(found, "page", "confirm") == (SAFE, [])
    again = {"a.example": dict.fromkeys(("code", "more"))}
    assert compare(OLD, renewed(with_pages(with_page("more", buttons=())), pages=again)).holds
    # A journey that never had an end needs none.
    round_ = with_pages({"code": attrs.evolve(PAGES["code"], buttons=())})
    assert compare(round_, renewed(round_)).holds


def test_a_page_from_which_a_request_was_sent_leads_to_sending_one() -> None:
    """An end without a request is none to whoever came to send one."""
    given_up = ButtonShape("yes", (ToShape("done"),))
    pages = with_page("confirm", buttons=(given_up, PAGES["confirm"].buttons[1]))
    found = compare(OLD, renewed(with_pages(pages)))
    for key in ("code", "more", "confirm"):
        assert told(found, "page", key) == (NEEDS_MAPPING, ["unsent"])
    one_less = with_page("confirm", buttons=PAGES["confirm"].buttons[1:])
    found = compare(OLD, renewed(with_pages(one_less)))
    assert told(found, "page", "confirm") == (NEEDS_MAPPING, ["no_way_out"])


def test_nobody_is_told_of_a_request_that_was_not_sent() -> None:
    """A page behind the registration is no page for those who have not registered."""
    found = compare(OLD, renewed(pages={"a.example": {"confirm": "done"}}))
    one = line(found, "page", "confirm")
    assert told(found, "page", "confirm") == (NEEDS_MAPPING, ["renamed", "end", "not_passed"])
    assert one.reasons[0].values == {"now": "done"}
    assert one.reasons[2].values == {"steps": "registered"}


def test_an_entry_of_another_kind_is_entered_anew() -> None:
    """A function converts what a case holds; what was typed of it is asked for again."""
    new = attrs.evolve(OLD, form={**OLD.form, "phone": FieldShape("m.Mobile")})
    found = compare(OLD, renewed(new, fields={"phone": None}))
    assert told(found, "page", "more") == (SAFE, [])
    assert told(found, "page", "confirm") == (NEEDS_MAPPING, ["not_passed"])
    assert line(found, "page", "confirm").reasons[0].values == {"steps": "phone"}


TYPED = EntryShape("Typed", "phone")
CHOSEN = EntryShape("Chosen", "phone", options="registered")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(CHOSEN, TYPED, id="typed"),
        pytest.param(TYPED, CHOSEN, id="chosen"),
        pytest.param(CHOSEN, attrs.evolve(CHOSEN, options="all_of_them"), id="another list"),
    ],
)
def test_an_entry_that_is_filled_in_another_way_is_entered_anew(
    before: EntryShape, after: EntryShape
) -> None:
    """The key of an option is no typed value, and means nothing on another list."""
    old = with_pages(with_page("more", entries=(before, PAGES["more"].entries[1])))
    new = with_pages(with_page("more", entries=(after, PAGES["more"].entries[1])))
    found = compare(old, renewed(new))
    assert told(found, "page", "code") == (SAFE, [])
    assert told(found, "page", "more") == (NEEDS_MAPPING, ["retyped"])
    assert told(found, "page", "confirm") == (NEEDS_MAPPING, ["retyped"])
    assert line(found, "page", "confirm").reasons[0].values == {"entries": "phone"}
    assert told(found, "page", "done") == (SAFE, [])
    back = {"a.example": {"confirm": "more"}}
    assert compare(old, renewed(new, fields={"phone": None}, pages=back)).holds


def test_an_entry_that_can_be_filled_in_one_more_way_goes_on() -> None:
    """As for those who begin now; what is left of the old ways is what counts."""
    both = with_page("confirm", entries=(CHOSEN,))
    assert compare(OLD, renewed(with_pages(both))).holds
    found = compare(with_pages(both), renewed())
    assert told(found, "page", "confirm") == (NEEDS_MAPPING, ["retyped"])


def test_what_a_box_held_is_no_text() -> None:
    """A tick that became a field is entered anew, too."""
    more = attrs.evolve(PAGES["more"], entries=(TYPED, EntryShape("Typed", "agreed")))
    new = attrs.evolve(
        with_pages({**PAGES, "more": more}),
        form={**OLD.form, "agreed": FieldShape("str | None")},
    )
    found = compare(OLD, renewed(new))
    assert line(found, "page", "more").reasons[0].values == {"entries": "agreed"}
    assert compare(OLD, renewed(new, fields={"agreed": None})).holds


def test_a_portal_that_leads_in_may_have_a_mapping_of_its_own() -> None:
    """It counts before that of the portal that shows the pages."""
    pages = {"a.example": {"more": "code"}, "b.example": {"more": None}}
    found = compare(OLD, renewed(pages=pages))
    lines = [item for item in found.lines if (item.kind, item.key) == ("page", "more")]
    assert [(item.channels, item.becomes) for item in lines] == [
        (("a.example",), "code"),
        (("b.example",), ""),
    ]


def test_a_page_that_is_gone_needs_another_or_is_given_up() -> None:
    """Where it is given up, the person begins anew."""
    pages = dict(PAGES)
    button = attrs.evolve(pages.pop("confirm").buttons[0], submits=("phone", "agreed"))
    new = with_pages({**pages, "more": attrs.evolve(pages["more"], buttons=(button,))})
    found = compare(OLD, renewed(new))
    assert told(found, "page", "confirm") == (NEEDS_MAPPING, ["gone"])
    found = compare(OLD, renewed(new, pages={"a.example": {"confirm": "more"}}))
    assert told(found, "page", "confirm") == (MAPPED, ["renamed"])
    found = compare(OLD, renewed(new, pages={"a.example": {"confirm": None}}))
    assert told(found, "page", "confirm") == (MAPPED, ["dropped"])
    assert line(found, "page", "confirm").becomes == ""


def test_a_portal_without_the_service_has_no_pages() -> None:
    """Told for that portal alone; its pages may be given up, one by one."""
    new = with_pages(PAGES, "a.example")
    found = compare(OLD, renewed(new))
    lines = [item for item in found.lines if (item.kind, item.key) == ("page", "more")]
    assert [(item.channels, item.verdict) for item in lines] == [
        (("a.example",), SAFE),
        (("b.example",), NEEDS_MAPPING),
    ]
    assert [reason.code for reason in lines[1].reasons] == ["portal_gone"]
    given_up = {"b.example": dict.fromkeys(PAGES)}
    assert compare(OLD, renewed(new, pages=given_up)).holds


def test_a_portal_that_gets_a_journey_of_its_own_is_compared_with_that() -> None:
    """The portal that led in shows pages itself by now."""
    own = {key: page for key, page in PAGES.items() if key != "confirm"}
    button = attrs.evolve(PAGES["confirm"].buttons[0], submits=("phone", "agreed"))
    own["more"] = attrs.evolve(own["more"], buttons=(button,))
    journeys = {
        "a.example": JourneyShape(("a.example",), "code", PAGES),
        "b.example": JourneyShape(("b.example",), "code", own),
    }
    found = compare(OLD, renewed(attrs.evolve(OLD, journeys=journeys)))
    lines = [item for item in found.lines if (item.kind, item.key) == ("page", "confirm")]
    assert [(item.channels, item.verdict) for item in lines] == [
        (("a.example",), SAFE),
        (("b.example",), NEEDS_MAPPING),
    ]
