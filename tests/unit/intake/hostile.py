"""Files made to do harm: each is refused, or comes in harmless, in bounded time and memory."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

_WORDS = "".join(f"<p>Police said {n} men were arrested near the harbour.</p>" for n in range(9))
_ESCAPES = "\x1b]0;owned\x07\x1b[2J\u202egnp.exe"


def _zip(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _zeros(size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    chunk = bytes(1_000_000)
    return b"".join([*(packer.compress(chunk) for _ in range(size // 1_000_000)), packer.flush()])


def _record(payload: bytes, kind: str = "text/html") -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: %b\r\n\r\n" % kind.encode() + payload
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Target-URI: https://a.example/../../etc/passwd\r\n"
        "WARC-Date: 2021-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def _word(document: bytes, **more: bytes) -> bytes:
    kinds = (
        b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        b'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
        b'"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        b"</Types>"
    )
    links = (
        b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/'
        b'2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
        b"</Relationships>"
    )
    parts = {"[Content_Types].xml": kinds, "_rels/.rels": links, "word/document.xml": document}
    return _zip(**parts, **more)


def _locked(archive: bytes) -> bytes:
    """Return the archive with every part marked as encrypted in its directory."""
    head, *entries = archive.split(b"PK\x01\x02")
    return b"PK\x01\x02".join([head, *(e[:4] + b"\x01\x00" + e[6:] for e in entries)])


_W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ENTITIES = b"<!DOCTYPE x [<!ENTITY a 'ha'>%b]>" % b"".join(
    b"<!ENTITY %b '%b'>" % (bytes([98 + n]), (b"&%b;" % bytes([97 + n])) * 10) for n in range(9)
)
_EXTERNAL = b'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def _page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


#: Name -> bytes. Those whose name begins with ``in_`` may come in, but harmless.
CORPUS: dict[str, Callable[[], bytes]] = {
    "docx_bomb.docx": lambda: _word(b"<w:document/>", **{"word/media/a.png": bytes(201_000_000)}),
    "docx_entities.docx": lambda: _word(
        _ENTITIES + b"<w:document %b><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body>"
        b"</w:document>" % _W
    ),
    "docx_external.docx": lambda: _word(
        _EXTERNAL + b"<w:document %b><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>"
        b"</w:document>" % _W
    ),
    "docx_paths.docx": lambda: _zip(**{"../../../tmp/owned": b"x", "/etc/owned": b"x"}),
    "docx_empty.docx": lambda: _word(b"<w:document %b><w:body/></w:document>" % _W),
    "zip_locked.docx": lambda: _locked(_word(b"<w:document/>")),
    "entities.rss": lambda: (
        _ENTITIES + b"<rss><channel><item><title>&j;</title></item></channel></rss>"
    ),
    "external.rss": lambda: (
        _EXTERNAL + b"<rss><channel><item><title>&x;</title></item></channel></rss>"
    ),
    "utf16_entities.rss": lambda: (
        "\ufeff" + (_EXTERNAL + b"<rss><item><title>&x;</title></item></rss>").decode()
    ).encode("utf-16-le"),
    "no_entries.rss": lambda: b"<rss><channel></channel></rss>",
    "nested.html": lambda: _page("<div>" * 100_000 + "word " * 20),
    "nested_lists.html": lambda: _page("<ul><li>" * 50_000 + "word " * 20),
    "many_tags.html": lambda: _page("<b>x</b>" * 300_000),
    "unclosed_scripts.html": lambda: b"<html>" + b"<script " * 60_000 + b"\xff" * 100,
    "comments.html": lambda: b"<html>" + b"<!--" * 500_000,
    "only_script.html": lambda: _page("<script>document.write('word '.repeat(99))</script>"),
    "in_scripts.html": lambda: _page(
        f"<h1>Arrests</h1>{_WORDS}<script>alert('owned')</script>"
        "<img src=x onerror=alert(1)><iframe src='https://evil.example'></iframe>",
        '<link rel="stylesheet" href="https://evil.example/a.css">'
        '<base href="https://evil.example/">',
    ),
    "in_escapes.html": lambda: _page(
        f"<h1>Head {_ESCAPES}</h1>{_WORDS}", f"<title>{_ESCAPES}</title>"
    ),
    "in_deep_json.html": lambda: _page(
        _WORDS, f'<script type="application/ld+json">{"[" * 100_000}</script>'
    ),
    "in_formula.html": lambda: _page(f"<h1>=cmd|' /C calc'!A0</h1>{_WORDS}"),
    "in_address.html": lambda: _page(_WORDS, '<link rel="canonical" href="javascript:alert(1)">'),
    "in_pictures.html": lambda: _page(
        _WORDS + f'<img src="data:image/png;base64,{"A" * 9_000_000}">'
    ),
    "mail_nested.eml": lambda: b"".join(
        b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n)
        for n in range(3_000)
    ),
    "mail_empty.eml": lambda: b"From: a@b.example\nMIME-Version: 1.0\nSubject: x\n\n",
    "mail_headers.eml": lambda: (
        b"MIME-Version: 1.0\nMessage-ID: <a>\nFrom: " + b"=?utf-8?q?" * 50_000
    ),
    "in_mail_name.eml": lambda: (
        b"MIME-Version: 1.0\nMessage-ID: <a@b>\nFrom: x <a@b.example>\n"
        b"Subject: =?utf-8?q?=1B[2J_a?=\n\n"
        b"Police said two men were arrested near the harbour on Friday.\n"
    ),
    "bomb.warc.gz": lambda: _zeros(100_000_000),
    "record_bomb.warc.gz": lambda: gzip.compress(_record(b"<html>" + bytes(60_000_000))),
    "truncated.warc": lambda: _record(_page(_WORDS))[:-200],
    "in_page.warc": lambda: _record(_page(_WORDS)),
    "bomb.wacz": lambda: _zip(**{"archive/../../a.warc.gz": _zeros(100_000_000)}),
    "lying.pdf": lambda: b"MZ\x90\x00 a program, not a document \x00\x01\x02" * 99,
    "in_lying.pdf": lambda: _page(_WORDS),
    "in_lying.txt.docx": lambda: b"Police said two men were arrested near the harbour on Friday.",
    "lying.html": lambda: b"\x7fELF" + bytes(range(256)) * 40,
    "loop.pdf": lambda: (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9999999>>endobj\n"
        b"trailer<</Root 1 0 R/Prev 0>>\nstartxref\n0\n%%EOF"
    ),
    "bomb.pdf": lambda: (
        (
            b"%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]>>endobj\n"
            b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream endobj\n"
            b"trailer<</Root 1 0 R>>\n%%%%EOF"
        )
        % (len(zlib.compress(bytes(150_000_000), 9)), zlib.compress(bytes(150_000_000), 9))
    ),
    "zeros.txt": lambda: bytes(4_000_000),
    "in_bidi.txt": lambda: ("Police said \u202eevil\u202c men were arrested. " * 9).encode(),
}


@cache
def harmful(name: str) -> bytes:
    """Return the bytes of a file of the corpus; the large ones are made when asked for."""
    return CORPUS[name]()
