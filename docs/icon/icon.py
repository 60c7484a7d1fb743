"""Writes icon.png, the picture of the packages: the eight chambers of the ReLU fan of C8 on L1, in the two tints of the explorer, with their rays.

    python3 docs/icon/icon.py

Only the standard library is used."""
import math
import pathlib
import struct
import zlib

SIZE, SAMPLES = 128, 4
DARK, LIGHT, RAY, EDGE = (38, 84, 124), (120, 170, 205), (255, 255, 255), (24, 40, 60)


def colour(x, y):
    """The colour at a point of the square [-1, 1]^2, with its opacity."""
    radius = math.hypot(x, y)
    if radius > 0.98:
        return (0, 0, 0, 0)
    if radius > 0.90:
        return EDGE + (255,)
    turn = (math.atan2(y, x) / (2 * math.pi)) % 1.0
    sector = int(turn * 8) % 8
    # Distance from the nearest ray, which stand at multiples of an eighth.
    offset = abs(turn * 8 - round(turn * 8)) * 2 * math.pi / 8 * radius
    if offset < 0.022 or radius < 0.07:
        return RAY + (255,)
    return (DARK if sector % 2 == 0 else LIGHT) + (255,)


def pixel(column, row):
    total = [0, 0, 0, 0]
    for i in range(SAMPLES):
        for j in range(SAMPLES):
            x = ((column + (i + 0.5) / SAMPLES) / SIZE) * 2 - 1
            y = 1 - ((row + (j + 0.5) / SAMPLES) / SIZE) * 2
            r, g, b, a = colour(x, y)
            total = [total[0] + r * a, total[1] + g * a, total[2] + b * a, total[3] + a]
    if total[3] == 0:
        return (0, 0, 0, 0)
    return tuple(c // total[3] for c in total[:3]) + (total[3] // (SAMPLES * SAMPLES),)


def chunk(kind, data):
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


rows = b"".join(b"\0" + bytes(c for column in range(SIZE) for c in pixel(column, row)) for row in range(SIZE))
header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)
png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
(pathlib.Path(__file__).parent / "icon.png").write_bytes(png)
