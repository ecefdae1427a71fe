"""Makes a screenshot small enough for a repository: 256 colours, packed as tightly as zlib can."""

import struct
import zlib
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

type Bytes = NDArray[np.uint8]

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PALETTE = 256
_CHANNELS = {2: 3, 6: 4}  # colour types of PNG that browsers write: RGB and RGBA
_EIGHT_BITS = 8


def smaller(picture: bytes) -> bytes:
    """The same picture in its 256 commonest colours; every other pixel takes the nearest of them.

    Raises:
        ValueError: it is no PNG as browsers write them.
    """
    pixels = decoded(picture)
    height, width, _ = pixels.shape
    packed = pixels.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], dtype=np.uint32)
    colours, place, often = np.unique(packed, return_inverse=True, return_counts=True)
    kept = np.sort(np.argsort(-often, kind="stable")[:_PALETTE])
    parts = np.stack([colours >> 16, (colours >> 8) & 255, colours & 255], axis=1).astype(np.uint8)
    nearest = cKDTree(parts[kept].astype(float)).query(parts.astype(float))[1].astype(np.uint8)
    rows = nearest[place.reshape(height, width)]
    # No filter: flat areas of few colours pack best as they are.
    body = b"".join(b"\0" + row.tobytes() for row in rows)
    head = struct.pack(">IIBBBBB", width, height, _EIGHT_BITS, 3, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"PLTE", parts[kept].tobytes()), (b"IDAT", zlib.compress(body, 9)), (b"IEND", b"")]
    return _SIGNATURE + b"".join(_chunk(name, data) for name, data in chunks)


def decoded(picture: bytes) -> Bytes:
    """Its pixels: rows, columns, and red, green, blue."""
    if not picture.startswith(_SIGNATURE):
        raise ValueError("no PNG")
    told = list(_chunks(picture))
    width, height, bits, kind, _, _, interlaced = struct.unpack(">IIBBBBB", told[0][1])
    if bits != _EIGHT_BITS or kind not in _CHANNELS or interlaced:
        raise ValueError("a PNG of a kind that browsers do not write")
    data = zlib.decompress(b"".join(data for name, data in told if name == b"IDAT"))
    lines = np.frombuffer(data, dtype=np.uint8).reshape(height, 1 + width * _CHANNELS[kind])
    return _unfiltered(lines, _CHANNELS[kind]).reshape(height, width, _CHANNELS[kind])[:, :, :3]


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(picture):
        size = int.from_bytes(picture[at : at + 4])
        yield picture[at + 4 : at + 8], picture[at + 8 : at + 8 + size]
        at += size + 12


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _unfiltered(lines: Bytes, channels: int) -> Bytes:
    """Take back what each line's filter did, as the PNG standard says."""
    above = np.zeros(lines.shape[1] - 1, dtype=np.uint8)
    rows = np.empty((lines.shape[0], lines.shape[1] - 1), dtype=np.uint8)
    for number, line in enumerate(lines):
        above = _line(int(line[0]), line[1:], above, channels)
        rows[number] = above
    return rows


def _line(kind: int, line: Bytes, above: Bytes, channels: int) -> Bytes:
    if kind == 0:
        return line
    if kind == 1:
        return np.cumsum(line.reshape(-1, channels), axis=0, dtype=np.uint8).reshape(-1)
    if kind == 2:  # noqa: PLR2004 - the standard's number for "as above"
        return line + above
    before, up, corner = [0] * channels, above.tolist(), [0] * channels + above.tolist()
    made = before[:]
    for at, value in enumerate(line.tolist()):
        left = made[at]
        guess = (left + up[at]) // 2 if kind == 3 else _paeth(left, up[at], corner[at])  # noqa: PLR2004 - the mean
        made.append((value + guess) & 255)
    return np.array(made[channels:], dtype=np.uint8)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda one: abs(guess - one))
