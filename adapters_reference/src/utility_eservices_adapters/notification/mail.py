r"""A letter as an e-mail message (elektron məktub): headers that nothing typed can break.

Whatever a person or an officer wrote, the message has one sender, one addressee and one subject.
The text is in UTF-8 and comes back to the letter. For people's mail programs there is the same
text once more as HTML: paragraphs, lines, and links where the text has an address of https;
nothing in it is fetched from anywhere.

>>> sender = sent_by("E-xidmətlər", "noreply@azersu.example")
>>> letter = Letter("aysel@example.com", "Müraciət\r\nBcc: x@example.com", "Salam!")
>>> message = composed(letter, sender, "1b2c")
>>> message["Subject"], message["Message-ID"], message["Bcc"]
('Müraciət Bcc: x@example.com', '<1b2c@azersu.example>', None)
>>> print(as_html("Müraciət", "Salam!\nBax: https://e-su.az/?a=1&b=<2>.\n\nSağ olun."))
<!DOCTYPE html>
<html lang="az">
<head><meta charset="utf-8"><title>Müraciət</title></head>
<body>
<p>Salam!<br>
Bax: <a href="https://e-su.az/?a=1&amp;b=">https://e-su.az/?a=1&amp;b=</a>&lt;2&gt;.</p>
<p>Sağ olun.</p>
</body>
</html>
<BLANKLINE>
"""

from __future__ import annotations

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from typing import Literal

from utility_eservices.ports.notification import Letter
from utility_eservices.vocabulary.contact import Email

__all__ = ["Encoding", "add_html", "as_html", "composed", "one_line", "sent_by"]

# How the text goes into the message: as it is, for people with an editor, or for every mail
# server there ever was.
Encoding = Literal["8bit", "quoted-printable"]
# Longer lines must not stand in a message as they are (RFC 5322, 2.1.1), in bytes.
_LONGEST_LINE = 998
_LANGUAGE = "az"

_PARAGRAPHS = re.compile(r"\n(?:[ \t]*\n)+")
# Without the sign that ends the sentence around it.
_LINK = re.compile(r"https://[^\s<>\"'“”«»]*[^\s<>\"'“”«».,;:!?()\[\]…]")


def one_line(text: str) -> str:
    """A text as one line of visible letters, whatever was stated in it.

    The e-mail package reads an encoded word such as ``=?utf-8?q?=0A?=`` as what it encodes, and
    a line break there would begin another header.
    """
    visible = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(visible.split()).replace("=?", "= ?")


def sent_by(name: str, address: str) -> Address:
    """Whom letters are from; raises `InvalidValue` where the address is none."""
    return Address(one_line(name), addr_spec=Email.parse(address).value)


def composed(
    letter: Letter, sender: Address, name: str, encoding: Encoding = "quoted-printable"
) -> EmailMessage:
    """The message of a letter, as plain text.

    ``name`` is what it is known by, the same for the same letter: its Message-ID is made of it.
    Lines that may not stand as they are are encoded in any case. Raises `InvalidValue` where the
    address is none, `ValueError` where the text cannot be written down.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    # Strictly read: the standard library stumbles over some addresses and misreads others.
    message["To"] = Address(addr_spec=Email.parse(letter.address).value)
    message["Subject"] = one_line(letter.subject)
    message["Message-ID"] = f"<{name}@{sender.domain}>"
    # So that nobody's absence notice is sent in answer (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    longest = max((len(line.encode()) for line in letter.text.splitlines()), default=0)
    if longest > _LONGEST_LINE:
        encoding = "quoted-printable"
    message.set_content(letter.text, cte=encoding)
    message["Content-Language"] = _LANGUAGE  # after the content, which clears such headers
    return message


def add_html(message: EmailMessage, letter: Letter, name: str) -> None:
    """Put the same text as HTML beside the plain one; ``name`` as for `composed`."""
    page = as_html(one_line(letter.subject), letter.text)
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    (*_, html) = message.iter_parts()
    html["Content-Language"] = _LANGUAGE
    # Not by chance; and encoded text never has these two signs beside each other.
    message.set_boundary(f"=_{name[:32]}")


def as_html(title: str, text: str) -> str:
    """A plain text as a page."""
    lines = "\n".join(text.splitlines()).strip("\n")
    paragraphs = (
        "<br>\n".join(_linked(line) for line in paragraph.split("\n"))
        for paragraph in _PARAGRAPHS.split(lines)
    )
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html>\n<html lang="{_LANGUAGE}">\n'
        f'<head><meta charset="utf-8"><title>{escape(title)}</title></head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _linked(line: str) -> str:
    """A line with its addresses made links, everything else as it reads."""
    parts, place = [], 0
    for found in _LINK.finditer(line):
        address = escape(found[0])
        parts += [escape(line[place : found.start()]), f'<a href="{address}">{address}</a>']
        place = found.end()
    return "".join((*parts, escape(line[place:])))
