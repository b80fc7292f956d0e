"""``eservices diff``: what becomes of cases and journeys in flight under another version."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

from utility_eservices.casework.shape import Shape, shape_of
from utility_eservices.cli.services import service_called
from utility_eservices.cli.terminal import Complaint, Format, json_out, out, table, verdict
from utility_eservices.cli.words import language, say, say_all
from utility_eservices.conformance.snapshots import NotASnapshot, read_snapshot
from utility_eservices.conformance.versions import Diff, Line, Reason, Verdict, compare
from utility_eservices.vocabulary.language import Phrase

__all__ = ["diff", "told"]

_KINDS = {
    # The service itself.
    "service": Phrase("xidmət"),
    "state": Phrase("status"),
    # A window.
    "page": Phrase("pəncərə"),
    # A field.
    "field": Phrase("sahə"),
    # A finding: what an officer states.
    "finding": Phrase("qeyd"),
    # An effect: what is done later.
    "effect": Phrase("iş"),
}
_VERDICTS = {
    # Safe.
    Verdict.SAFE: Phrase("təhlükəsizdir"),
    # Mapped.
    Verdict.MAPPED: Phrase("uyğunluğu göstərilib"),
    # Needs a mapping.
    Verdict.NEEDS_MAPPING: Phrase("uyğunluğu göstərilməlidir"),
    # Blocked.
    Verdict.BLOCKED: Phrase("bloklanıb"),
}
_STYLES = {
    Verdict.SAFE: "green",
    Verdict.MAPPED: "cyan",
    Verdict.NEEDS_MAPPING: "yellow",
    Verdict.BLOCKED: "bold red",
}
# Each reason by its code, or by kind and code where it means something of its own there.
_WHY = {
    # It has another name by now.
    "renamed": Phrase("indi belə adlanır: {now}"),
    # It was given up.
    "dropped": Phrase("ondan imtina edilib"),
    # It is no more in the new version.
    "gone": Phrase("yeni versiyada yoxdur"),
    # The shape changed and the version did not grow.
    "service same_version": Phrase("quruluş dəyişib, versiya artmayıb"),
    # Notices by this medium go to another address by now.
    "reach": Phrase("{medium} bildirişləri indi başqa ünvana gedir: {old} → {new}"),
    # Notices by this medium would have no address.
    "unreached": Phrase("{medium} bildirişlərinin ünvanı olmaya bilər: {new}"),
    # Another field says what the request is about; what was sent keeps its own.
    "concerns": Phrase("abonent kodu indi başqa sahədəndir, göndərilənlərdə qalır: {old} → {new}"),
    # It is no more, and its value would be lost.
    "field gone": Phrase("yeni versiyada yoxdur, qiyməti itərdi"),
    "finding gone": Phrase("yeni versiyada yoxdur, qiyməti itərdi"),
    # A function makes its value.
    "made": Phrase("qiymətini funksiya verir"),
    # Its type changed.
    "type": Phrase("növü dəyişib: {old} → {new}"),
    # A new field, for which older requests have no value.
    "new_field": Phrase("yeni sahədir, əvvəlki müraciətlərdə qiyməti yoxdur"),
    # The mapping names it, and the older version has none.
    "no_source": Phrase("uyğunluqda göstərilib, əvvəlki versiyada isə yoxdur"),
    # Fields and findings.
    "values": Phrase("sahələr və qeydlər: {keys}"),
    # A closed request would be open again.
    "reopened": Phrase("bağlı müraciət yenidən açılardı"),
    # An open request would be closed.
    "ended": Phrase("açıq müraciət bağlanardı"),
    # Nobody would hold the request.
    "no_owner": Phrase("müraciət heç kimdə olmazdı"),
    # Who holds the request could do nothing with it.
    "owner_idle": Phrase("müraciət kimdədirsə, onun əməliyyatı olmazdı"),
    # By now there are conditions on these acts.
    "guarded": Phrase("bu əməliyyatların indi şərti var: {guards}"),
    # From here no way leads to an end.
    "no_way_out": Phrase("buradan sona yol yoxdur"),
    # It would wait for the outcome of an effect that nobody ordered.
    "no_outcome": Phrase("sifariş edilməmiş işin nəticəsini gözləyərdi"),
    # The pending effect is unknown.
    "state effect_unknown": Phrase("gözlənilən iş tanınmır: {effect}"),
    # The outcome of the effect would not move the request.
    "state outcome_lost": Phrase("{effect} işinin nəticəsi müraciəti tərpətməzdi"),
    # For the status ahead there is need of a finding that such a request has not.
    "state finding": Phrase("{state} üçün {finding} lazımdır, bu müraciətdə isə yoxdur"),
    # It is no more, and a pending one would not be done.
    "effect effect_unknown": Phrase("yeni versiyada yoxdur, gözləyəni icra olunmazdı"),
    # Its outcome would not move the request as before.
    "effect outcome_lost": Phrase("nəticəsi müraciəti əvvəlki kimi tərpətməzdi"),
    # A pending one has no such findings.
    "effect finding": Phrase("gözləyənində bunlar yoxdur: {findings}"),
    # It is no longer sent for requests from these portals.
    "channel_lost": Phrase("bu portallar üçün daha göndərilmir: {channels}"),
    # It is not gone on with, but begun again.
    "page dropped": Phrase("davam etmir, yenidən başlanılır"),
    # The portal has the service no longer.
    "portal_gone": Phrase("xidmət bu portalda artıq yoxdur"),
    # Whether it is the end of a request has changed.
    "end": Phrase("müraciətin sonu olub-olmaması dəyişib"),
    # No request can be sent from here any more.
    "unsent": Phrase("buradan müraciət göndərmək daha mümkün deyil"),
    # What was entered would be taken for something else: it is to be entered anew.
    "retyped": Phrase("daxil edilənlər başqa cür anlaşılardı: {entries}"),
    # On the way here there are steps that were not there before.
    "not_passed": Phrase("bura gələn yolda əvvəl olmayan addım var: {steps}"),
}


def diff(
    old: Annotated[
        # The older version: a file of `snapshot` or the key of a service.
        str, Parameter(help="Köhnə versiya: “snapshot” faylı və ya xidmətin açarı.")
    ],
    new: Annotated[
        # The newer version: a file or the key of a service.
        str, Parameter(help="Yeni versiya: fayl və ya xidmətin açarı.")
    ],
    /,
    *,
    format: Format = "text",  # noqa: A002  # the word of every command line
) -> int:
    """Say of everything in flight whether it goes on; 1 when something does not."""
    found = _compared(_shape(old), _shape(new))
    if format == "json":
        json_out(found.as_json())
    else:
        _tell(out(), found)
    return 0 if found.holds else 1


def _shape(word: str) -> Shape:
    path = Path(word)
    if path.suffix != ".json":
        return shape_of(service_called(word))
    try:
        return read_snapshot(path)
    except FileNotFoundError as error:
        # There is no such file.
        raise Complaint("“{file}” faylı yoxdur.", file=word) from error
    except OSError as error:
        # The file cannot be read.
        raise Complaint("“{file}” faylı oxunmur.", file=word) from error
    except NotASnapshot as error:
        # This is no file of eservices snapshot, or of another version of the library.
        raise Complaint(
            "“{file}”: bu, “eservices snapshot” faylı deyil və ya kitabxananın başqa "
            "versiyasınındır.",
            file=word,
        ) from error


def _compared(old: Shape, new: Shape) -> Diff:
    if old.service != new.service:
        # These are two services.
        raise Complaint(
            "bunlar iki ayrı xidmətdir: “{old}” və “{new}”.", old=old.service, new=new.service
        )
    if old.version > new.version:
        # The first is newer than the second; the older one goes first.
        raise Complaint("birinci versiya ikincidən yenidir; əvvəl köhnəsi göstərilir.")
    return compare(old, new)


def _tell(console: Console, found: Diff) -> None:
    console.print(Text(f"{found.service}: {found.old} → {found.new}", "bold cyan"))
    # What, key, in the new version, verdict, why.
    columns = say_all("Nə", "Açar", "Yeni versiyada", "Nəticə", "Səbəb")
    console.print(table(console, columns, [_row(line) for line in found.lines]), crop=False)
    for reached, named in _VERDICTS.items():
        number = sum(line.verdict is reached for line in found.lines)
        console.print(Text(f"{language().said(named)}: {number}", _STYLES[reached]))
    console.print()
    # Everything in flight goes on.
    well = say("Yolda olan hər şey davam edir.")
    # Not everything in flight goes on.
    verdict(console, found.holds, well, say("Yolda olan hər şey davam etmir."))


def told(line: Line) -> str:
    """A line of a comparison that has reasons, on one line of text."""
    kind, key, _, reached, why = _row(line)
    return f"{kind} {key}: {reached} ({'; '.join(why.splitlines())})"


def _row(line: Line) -> tuple[str, ...]:
    return (
        language().said(_KINDS[line.kind]),
        f"{line.key} ({', '.join(line.channels)})" if line.channels else line.key,
        line.becomes or "–",
        language().said(_VERDICTS[line.verdict]),
        "\n".join(_why(line.kind, reason) for reason in line.reasons) or "–",
    )


def _why(kind: str, reason: Reason) -> str:
    phrase = _WHY.get(f"{kind} {reason.code}") or _WHY[reason.code]
    return language().filled(phrase.template, reason.values)
