"""The pages of the site: their code runs, their commands exist, nothing is left out."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from tests.docs.pages import (
    REPOSITORY,
    blocks,
    commands,
    content,
    exists,
    features,
    first_column,
    printed,
    python,
    shown,
    tables,
)

from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.desk.plugins import Health

DOCS = REPOSITORY / "docs"
PAGES = sorted(str(path.relative_to(REPOSITORY)) for path in DOCS.rglob("*.md"))
WITH_CODE = [page for page in PAGES if any(block.language == "python" for block in blocks(page))]
WITH_FEATURES = [page for page in PAGES if features(page) and page != "docs/analyst.md"]
CONTRADICTIONS = "docs/contradictions.md"


def test_the_pages_show_code_and_features() -> None:
    """The pages that teach by example are found, so that the tests below run them."""
    taught = {"docs/start.md", "docs/embed.md", "docs/adapter.md", "docs/service.md"}

    assert taught <= set(WITH_CODE)
    assert "docs/features.md" in WITH_FEATURES


@pytest.mark.parametrize("page", WITH_CODE)
def test_the_code_of_a_page_prints_what_stands_below_it(page: str) -> None:
    """Its Python, run from top to bottom, prints the texts beneath its blocks and nothing else."""
    code = [block.text for block in blocks(page) if block.language == "python"]
    done = python("-c", "\n".join(code))

    assert shown(done.stdout) == "\n".join(printed(page))


@pytest.mark.parametrize("page", WITH_FEATURES)
def test_the_features_of_a_page_go_as_it_says(page: str, tmp_path: Path) -> None:
    """Saved under the name the page gives and run, a feature says what stands below it."""
    for name, feature, expected in features(page):
        (tmp_path / name).write_text(feature, "utf-8")
        said = python("-m", "utility_eservices.cli", "run", name, cwd=tmp_path).stdout
        assert shown(said) == expected


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_exist(page: str) -> None:
    """Each command that a page names can be run, with the options that it names."""
    assert [words for words in commands(page) if not exists(words)] == []


def test_the_build_of_catalogues_is_shown_as_it_works() -> None:
    """What a package is told to write into pyproject.toml stands in that of the whole example."""
    (block,) = (block for block in blocks("docs/languages.md") if block.language == "toml")
    told = tomllib.loads(block.text)
    example = tomllib.loads(content("tests/outside/heating/pyproject.toml"))
    build = example["tool"]["hatch"]["build"]

    assert told["build-system"] == example["build-system"]
    assert told["tool"]["hatch"]["build"] == {name: build[name] for name in ("artifacts", "hooks")}


def test_each_service_has_its_page_and_each_page_its_service() -> None:
    """A service brings docs/services/KEY.md, which is drawn from its declaration."""
    pages = {path.stem for path in (DOCS / "services").glob("*.md")} - {"index"}

    assert pages == {service.key for service in built_in_services()}
    for key in pages:
        assert f"```{{eservice}} {key}\n" in content(f"docs/services/{key}.md")


def test_the_doctors_table_knows_every_health() -> None:
    """Each finding that the doctor can have is explained, and nothing else."""
    assert first_column("docs/doctor.md", "Health") == [[health.name for health in Health]]


# --- the glossary ---------------------------------------------------------------------------------

ALPHABET = "abcçdeəfgğhxıijkqlmnoöprsştuüvyz"
GLOSSARY = "docs/glossary.md"


def test_the_glossary_is_in_azerbaijani_order() -> None:
    """Words stand where an Azerbaijani dictionary has them: ə after e, x after h, q after k."""
    (words,) = first_column(GLOSSARY, "Azərbaycanca")
    small = [word.replace("İ", "i").replace("I", "ı").lower() for word in words]

    assert len(words) > 50
    assert small == sorted(small, key=lambda word: [ALPHABET.find(letter) for letter in word])


def test_the_glossary_names_what_is_in_the_code() -> None:
    """Each name of the third column stands in the library's source."""
    package = (REPOSITORY / "src").rglob("*.py")
    code = {word for path in package for word in re.findall(r"\w+", path.read_text("utf-8"))}
    code |= {path.name for path in REPOSITORY.iterdir()}
    rows = [row for table in tables(GLOSSARY, "Azərbaycanca") for row in table]
    names = {name for row in rows for name in re.findall(r"\w+", row[2])}

    # Words around the names.
    assert names - code - {"three", "AMB", "74"} == set()


# --- the contradictions ---------------------------------------------------------------------------


def resolved(kind: str) -> list[str]:
    """The numbers of one kind, in the order of their rows."""
    return re.findall(rf"^\| ({kind}-\d+) \|", content(CONTRADICTIONS), re.MULTILINE)


@pytest.mark.parametrize(("kind", "count"), [("DIF", 35), ("AMB", 79), ("NUM", 27)])
def test_every_contradiction_has_one_row(kind: str, count: int) -> None:
    """Differences, ambiguities and figures are all there, once, in order."""
    assert resolved(kind) == [f"{kind}-{number:02}" for number in range(1, count + 1)]


def test_every_row_says_something_in_each_column() -> None:
    """An ambiguity is told in both languages, and what was decided stands out in both."""
    rows = re.findall(r"^\| AMB-\d+ \| (.+) \| (.+) \|$", content(CONTRADICTIONS), re.MULTILINE)

    assert len(rows) == len(resolved("AMB"))
    assert [row for row in rows if "**Həll:**" not in row[0] or "**" not in row[1]] == []


def test_every_tag_of_the_features_is_resolved_on_the_page() -> None:
    """Whoever meets @DIF-14 or @AMB-16 in a scenario finds what was decided."""
    files = (REPOSITORY / "features").rglob("*.feature")
    texts = [path.read_text("utf-8") for path in files]
    tags = {tag for text in texts for tag in re.findall(r"@((?:DIF|AMB|NUM)-\d+)", text)}

    assert tags
    assert tags - {*resolved("DIF"), *resolved("AMB"), *resolved("NUM")} == set()


def test_the_sample_certificate_adds_up() -> None:
    """Its columns come to the totals that are printed beneath them (NUM-01 to NUM-03)."""
    number = r"([\d.]+)"
    rows = re.findall(
        rf"^\| 20\d\d-\d\d \| {number} \| {number} \| {number} \|$",
        content(CONTRADICTIONS),
        re.MULTILINE,
    )
    (totals,) = re.findall(
        rf"^\| \*\*Cəmi\*\* \| \*\*{number}\*\* \| \*\*{number}\*\* \| \*\*{number}\*\* \|$",
        content(CONTRADICTIONS),
        re.MULTILINE,
    )

    assert len(rows) == 12
    columns = [sum(map(Decimal, column)) for column in zip(*rows, strict=True)]
    assert columns == list(map(Decimal, totals))
