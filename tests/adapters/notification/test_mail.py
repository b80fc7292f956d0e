"""Letters as e-mail messages: what is typed breaks no header and makes no mark-up."""

from __future__ import annotations

import html.parser
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices.errors import InvalidValue
from utility_eservices.ports.notification import Letter
from utility_eservices_adapters.notification.mail import add_html, as_html, composed, sent_by

SENDER = sent_by("Azərsu “E-xidmət”, Gəncə şöbəsi", "noreply@example.com")
NAME = "0123456789abcdef" * 4
ADDRESS = "aysel@example.com"
LETTERS = "Əə Ğğ Iı İi Öö Şş Üü Çç – “söz” № 5 ₼"


def sent(letter: Letter) -> EmailMessage:
    """The message with both texts, as it is read at the other end."""
    message = composed(letter, SENDER, NAME)
    add_html(message, letter, NAME)
    content = message.as_bytes()
    # Every server takes it: seven bits, no line too long.
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998
    read = message_from_bytes(content, policy=default)
    assert isinstance(read, EmailMessage)
    assert not read.defects
    return read


def body(message: EmailMessage, kind: str) -> str:
    """One of its two texts."""
    part = message.get_body((kind,))
    assert part is not None
    text: str = part.get_content()
    return "\n".join(text.splitlines())


class Page(html.parser.HTMLParser):
    """What a mail program makes of a page: its words, its tags, where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str | None] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag."""
        self.tags.append(tag)
        if tag == "a":
            ((name, value),) = attrs
            assert name == "href"
            self.links.append(value)

    def handle_data(self, data: str) -> None:
        """Note the words."""
        self.words += data


def test_azerbaijani_letters_arrive() -> None:
    """In the subject, the sender's name and both texts."""
    message = sent(Letter(ADDRESS, LETTERS, f"{LETTERS}\n\n{LETTERS}"))
    assert message["Subject"] == LETTERS
    assert message["From"].addresses == (SENDER,)
    assert [item.addr_spec for item in message["To"].addresses] == [ADDRESS]
    assert body(message, "plain") == f"{LETTERS}\n\n{LETTERS}"
    assert Page(body(message, "html")).words.count(LETTERS) == 3


def test_both_texts_say_which_language_they_are_in() -> None:
    """Programs that read aloud know that it is Azerbaijani."""
    message = sent(Letter(ADDRESS, "Müraciət", "Salam"))
    plain, rich = message.iter_parts()
    assert message.get_content_type() == "multipart/alternative"
    assert [part["Content-Language"] for part in (plain, rich)] == ["az", "az"]
    assert '<html lang="az">' in body(message, "html")


def test_a_letter_is_the_same_each_time() -> None:
    """Nothing in a message is by chance, so that one that is sent again is the same one."""
    letter = Letter(ADDRESS, "Müraciət", "Salam")
    once, again = (sent(letter).as_bytes() for _ in range(2))
    assert once == again


TEXTS = st.text(max_size=300)
AWKWARD = st.sampled_from(
    ["\r\nBcc: x@example.com\r\n", "=?utf-8?q?=0D=0ABcc:_x=40example.com?=", "\n.\n", "\r", "\0",
     "\u2028", "\u202e", "<script>", "&amp;", "--=_", "ə" * 400]
)  # fmt: skip
TYPED = st.lists(TEXTS | AWKWARD, max_size=5).map("".join)


@given(subject=TYPED, text=TYPED)
def test_nothing_typed_makes_a_header(subject: str, text: str) -> None:
    """Whatever was typed, the message has these headers and no other, and its two texts."""
    message = sent(Letter(ADDRESS, subject, text))
    assert sorted(message.keys()) == [
        "Auto-Submitted", "Content-Type", "From", "MIME-Version", "Message-ID", "Subject", "To"
    ]  # fmt: skip
    assert message["Subject"].isprintable()
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


@given(text=TYPED)
def test_nothing_typed_makes_a_tag(text: str) -> None:
    """A page has paragraphs, line breaks and links to https, whatever the text is."""
    page = Page(as_html("", text))
    assert set(page.tags) <= {"html", "head", "meta", "title", "body", "p", "br", "a"}
    assert all(str(link).startswith("https://") for link in page.links)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Bax: https://e-gov.az/az/1?a=b&c=d#e.", ["https://e-gov.az/az/1?a=b&c=d#e"]),
        ("(https://e-su.az/), https://e-su.az!", ["https://e-su.az/", "https://e-su.az"]),
        ("“https://e-su.az”", ["https://e-su.az"]),
        ("http://e-su.az, www.e-su.az, e-su.az", []),
        ("javascript:alert(1) mailto:x@example.com", []),
        ("https://", []),
        ('https://e-su.az/"onclick="x', ["https://e-su.az/"]),
    ],
)
def test_links_lead_where_the_text_says(text: str, links: list[str]) -> None:
    """What begins with https:// can be clicked, without the sentence's own signs; no more."""
    page = Page(as_html("Müraciət", text))
    assert page.links == links
    assert page.words.split("Müraciət", 1)[1].strip() == text


def test_paragraphs_and_lines_stay() -> None:
    """An empty line begins a paragraph, another line is a line."""
    page = Page(as_html("", "Birinci\nikinci\r\n\r\n \nüçüncü\n"))
    assert page.tags.count("p") == 2
    assert page.tags.count("br") == 1


@pytest.mark.parametrize("address", ["", "heç yerə", "a@b", "aysel@example.com, x@example.com"])
def test_no_letter_is_from_nowhere(address: str) -> None:
    """The sender's address is one."""
    with pytest.raises(InvalidValue):
        sent_by("Azərsu", address)
