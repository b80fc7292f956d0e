from __future__ import annotations

import io

import pytest
from rich.console import Console

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
)
from utility_eservices.cli.screens import put_screen
from utility_eservices.cli.terminal import table

SCREEN = Screen(
    "request",
    "request",
    "Müraciət",
    text="Məlumatları daxil edin.",
    entries=(
        TextEntry(key="phone", label="Telefon", text="050", fault="Nömrə düzgün deyil."),
        NumberEntry(key="reading", label="Göstərici", section="Sayğac", text="12", unit="m³"),
        FileEntry(key="photo", label="Şəkil", section="Sayğac", help="Aydın görünsün."),
        ChoiceEntry(key="reason", label="Səbəb", options=(("a", "Birinci"), ("b", "İkinci"))),
        ChoiceEntry(key="city", label="Şəhər", options=(("g", "Gəncə"),), chosen="g"),
        TickEntry(key="agreed", label="Təsdiq edirəm", ticked=True),
    ),
    rows=(Rows("Abonent", (("Kod", "1020304050"),)), Rows("Sayğac", (("Tarix", "20.11.2026"),))),
    tables=(
        Table("Müraciətlər", ("Nömrə", "Status"), (("AZS-1", "Qeydiyyata alındı"),)),
        Table("Ödənişlər", ("Tarix",), ()),
    ),
    links=(Link("Qaydalar", "https://example.com/rules"),),
    messages=(Message("fault", "Bir sahə səhvdir."), Message("success", "Saxlanıldı.")),
    buttons=(ScreenButton("send", "Göndər"), ScreenButton("pay", "Ödə", enabled=False)),
)


def drawn(screen: Screen, width: int = 100, *, colours: bool = False) -> str:
    file = io.StringIO()
    put_screen(Console(file=file, width=width, force_terminal=colours, highlight=False), screen)
    return file.getvalue()


def inside(text: str) -> list[str]:
    """The lines of a window without its frame."""
    return [line.strip("│║ ") for line in text.splitlines()]


def test_everything_is_drawn() -> None:
    """Whatever a screen can hold is there, each thing in a form that needs no colours."""
    lines = inside(drawn(SCREEN))

    assert "✗ Bir sahə səhvdir." in lines
    assert "✓ Saxlanıldı." in lines
    assert "Məlumatları daxil edin." in lines
    assert "Telefon    [050                   ]" in lines
    assert "Göstərici  [12                    ] m³" in lines
    assert "Şəkil      [fayl seçin            ]" in lines
    assert "Səbəb      [seçin                  ▾]" in lines
    assert "Şəhər      [Gəncə                  ▾]" in lines
    assert "[x] Təsdiq edirəm" in lines
    assert "Kod        1020304050" in lines
    assert "→ Qaydalar: https://example.com/rules" in lines
    assert "AZS-1  Qeydiyyata alındı" in lines
    assert "[ Göndər ]   ( Ödə )" in lines


def test_help_and_fault_stand_beside_their_entry() -> None:
    """A fault and a help follow their entry at once; so do the options of an open list."""
    lines = inside(drawn(SCREEN))

    assert lines[lines.index("Telefon    [050                   ]") + 1] == "✗ Nömrə düzgün deyil."
    assert lines[lines.index("Şəkil      [fayl seçin            ]") + 1] == "Aydın görünsün."
    place = lines.index("Səbəb      [seçin                  ▾]")
    assert lines[place + 1 : place + 3] == ["○ Birinci", "○ İkinci"]
    assert "○ Gəncə" not in lines


def test_sections_in_the_order_of_the_screen() -> None:
    """Entries keep their order, under their section; read-only rows of a section stand in it."""
    text = drawn(SCREEN)
    labels = ["Kod", "Telefon", "Sayğac", "Göstərici", "Şəkil", "Tarix", "Səbəb", "Şəhər"]

    places = [text.index(label) for label in labels]
    assert places == sorted(places)


@pytest.mark.parametrize("width", [24, 40, 80, 200])
def test_no_word_is_cut(width: int) -> None:
    """However narrow the terminal, every word of the screen can be read whole."""
    text = drawn(SCREEN, width)

    for word in ("Qeydiyyata", "1020304050", "Müraciətlər", "Təsdiq", "düzgün", "AZS-1"):
        assert word in text
    assert "…" not in text.replace("( … )", "")


def test_long_title_is_whole() -> None:
    """A title longer than the window is wide stands inside it."""
    title = "Yaşayış və qeyri-yaşayış sahələri üzrə sayğacın zədələnməsinin araşdırılması"
    lines = inside(drawn(Screen("a", "a", title), 60))

    assert " ".join(line for line in lines if line[:1].isalpha()) == title


def test_dialog_looks_different() -> None:
    """A dialog can be told from a window without colours."""
    dialog = Screen("confirm", "request", "Təsdiq", dialog=True)

    assert "║" in drawn(dialog)
    assert "║" not in drawn(SCREEN)


def test_waiting_button_is_explained() -> None:
    """Only where a button waits for entries does the window say what its brackets mean."""
    ready = Screen("a", "a", "A", buttons=(ScreenButton("go", "Davam et"),))

    assert "sahələr doldurulanda açılır" in drawn(SCREEN)
    assert "sahələr doldurulanda açılır" not in drawn(ready)


def test_data_is_no_markup() -> None:
    """What a person typed is shown as typed, also where a library would read a command in it."""
    typed = TextEntry(key="a", label="Ad", text="[red]:smile:[/red]")

    assert "[[red]:smile:[/red]" in drawn(Screen("a", "a", "A", entries=(typed,)), colours=True)


@pytest.mark.parametrize("width", [20, 30, 60])
def test_table_breaks_no_word(width: int) -> None:
    """A table gets narrower by whole words, and wider than the terminal before it cuts one."""
    file = io.StringIO()
    console = Console(file=file, width=width, force_terminal=True, color_system=None)
    rows = [("debt_investigation", "Borcun araşdırılması üzrə müraciət", "“Azərsu” ASC")]
    console.print(table(console, ("Açar", "Ad", "Təşkilat"), rows), crop=False)

    shown = file.getvalue().split()
    assert {word for row in rows for cell in row for word in cell.split()} <= set(shown)


def test_table_in_a_pipe_keeps_names_whole() -> None:
    """Without a terminal a name stays on one line; a sentence may go on in the next."""
    file = io.StringIO()
    console = Console(file=file, width=20)
    sentence = "Müraciətiniz aidiyyəti əməkdaşlara icra üçün yönləndirilib. " * 3
    name = "Borcun araşdırılması üzrə müraciət"
    console.print(table(console, ("Ad", "İzah"), [(name, sentence)]), crop=False)

    lines = file.getvalue().splitlines()
    assert any(line.startswith(f"{name}  ") for line in lines)
    assert max(map(len, lines)) < len(sentence)
