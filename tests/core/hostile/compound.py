"""Old Excel files (BIFF8 in a compound file), made by hand as there is no library for it among our dependencies."""

import struct

END, FREE = 0xFFFFFFFE, 0xFFFFFFFF
SECTOR = 512


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def label(row: int, column: int, text: str) -> bytes:
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def biff(*cells: bytes, locked: bool = False, hidden: bool = False) -> bytes:
    """The stream "Workbook" with one sheet 名单."""
    name = "名单".encode("utf-16-le")
    globals_bof = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    lock = record(0x002F, struct.pack("<HHHH", 1, 1, 1, 1) + bytes(48)) if locked else b""
    bound = struct.pack("<BBBB", int(hidden), 0, 2, 1) + name
    start = len(globals_bof) + len(lock) + 4 + 4 + len(bound) + 4
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + b"".join(cells) + record(0x000A)
    return globals_bof + lock + record(0x0085, struct.pack("<I", start) + bound) + record(0x000A) + sheet


def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    label = (name + "\0").encode("utf-16-le")
    head = label.ljust(64, b"\0") + struct.pack("<HBBIII", len(label), kind, 1, FREE, FREE, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def compound(name: str, content: bytes) -> bytes:
    """A compound file with one stream: allocation table, directory, then the stream."""
    content = content.ljust(max(4096, -(-len(content) // SECTOR) * SECTOR), b"\0")
    sectors = len(content) // SECTOR
    chain = [0xFFFFFFFD, END, *range(3, sectors + 2), END]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(SECTOR, b"\xff")
    directory = entry("Root Entry", 5, 1, END, 0) + entry(name, 2, FREE, 2, len(content)) + bytes(256)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0, 0)
    return header.ljust(SECTOR, b"\xff") + table + directory + content
