"""Files of every form, made in the tests."""

import io
import zipfile
from gzip import compress as zipped
from pathlib import Path

from onrecord.documents.document import Document, Unread
from onrecord.documents.load import load
from onrecord.settings import Limits

PAGE = """<html><head><title>Army crosses river</title><meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2020-03-04T10:00:00Z"></head><body><nav>Menu</nav><article><h1>Army crosses river</h1>
<p>The army crossed the river on Monday, the minister of defence said in the capital.</p>
<p>Nobody was hurt, according to the governor of the province, who spoke to reporters.</p></article></body></html>"""

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Agency</title>
<item><title>Talks begin</title><link>http://a.example/1</link><pubDate>Tue, 03 Mar 2020 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Talks &lt;b&gt;began&lt;/b&gt; in Oslo.&lt;/p&gt;</description></item>
<item><title></title><description></description></item></channel></rss>"""

MAIL = """From: =?utf-8?q?J=C3=B6rg?= <a@b.example>
To: c@d.example
Date: Tue, 3 Mar 2020 23:30:00 +0100
Subject: Ceasefire
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain

Dear Anna,

we agreed.
--x
Content-Type: message/rfc822

From: q@r.example
Subject: inner

Inner body
--x
Content-Type: text/plain
Content-Disposition: attachment; filename=note.txt

attached text
--x
Content-Type: image/png
Content-Disposition: attachment; filename=map.png

abc
--x--
"""


def loaded(*paths: Path, limits: Limits | None = None) -> list[Document | Unread]:
    return list(load(paths, limits=limits or Limits()))


def loaded_bytes(data: bytes, name: str, folder: Path, *, limits: Limits | None = None) -> list[Document | Unread]:
    path = folder / name
    path.write_bytes(data)
    return loaded(path, limits=limits)


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF with these lines on its pages, an empty line for a gap."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{4 + 2 * i} 0 R' for i in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        content = f"BT /F1 12 Tf 72 720 Td 14 TL {shown} ET"
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {resources} /Contents {5 + 2 * i} 0 R >>")
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{o:010d} 00000 n \n" for o in offsets)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return (out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF").encode()


def docx(*paragraphs: str) -> bytes:
    from docx import Document as Word

    file = Word()
    for paragraph in paragraphs:
        file.add_paragraph(paragraph)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def docx_with(xml: bytes) -> bytes:
    """A Word file whose main part is these bytes."""
    source = zipfile.ZipFile(io.BytesIO(docx("x")))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            made.writestr(name, xml if name == "word/document.xml" else source.read(name))
    return out.getvalue()


def warc(*records: tuple[str, str, bytes, str], gzip: bool = False) -> bytes:
    """A web archive of (URL, content type, body, status line) responses."""
    out = b""
    for url, kind, body, status in records:
        http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Record-ID: <urn:x:{len(out)}>\r\n"
        head += (
            f"WARC-Date: 2020-03-04T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        out += zipped(record, mtime=0) if gzip else record
    return out
