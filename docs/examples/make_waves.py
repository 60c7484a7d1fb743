"""Makes c8-waves.json and c8-waves.npz: a network of C8 that tells waves of frequency 2 from waves of frequency 1, and 400 noisy waves of random phase with their classes.

The filters are waves themselves, so that the class stands in the simples L1 and L2 alone. Standard library only; the same bytes at every run.
"""

import json
import math
import pathlib
import random
import struct
import zipfile

N, SAMPLES, NOISE = 8, 400, 0.7
here = pathlib.Path(__file__).parent


def wave(frequency, phase=0.0):
    return [math.cos(2 * math.pi * frequency * x / N + phase) for x in range(N)]


def array(descr, code, shape, values):
    header = "{'descr': '%s', 'fortran_order': False, 'shape': (%s,), }" % (descr, ", ".join(map(str, shape)))
    header = header.ljust((10 + len(header) + 1 + 63) // 64 * 64 - 11) + "\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode() + struct.pack("<%d%s" % (len(values), code), *values)


network = {
    "format": "eqnn-network-1",
    "group": "C8",
    "axes": "batch,channel,point",
    "states": ["1*regular", "2*regular", "1*trivial"],
    "layers": [
        {"activation": "relu", "bias": [0.0, 0.0], "terms": [{"state": 0, "weights": [round(v / 4, 6) for k in (1, 2) for v in wave(k)]}]},
        {"activation": "identity", "bias": [0.0], "terms": [{"state": 1, "weights": [-1.0, 1.0]}]},
    ],
}
(here / "c8-waves.json").write_text(json.dumps(network) + "\n")

random.seed(8)
labels = [random.randrange(2) for _ in range(SAMPLES)]
inputs = [v + random.gauss(0, NOISE) for label in labels for v in wave(1 + label, random.uniform(0, 2 * math.pi))]
with zipfile.ZipFile(here / "c8-waves.npz", "w", zipfile.ZIP_DEFLATED) as archive:
    for name, data in (("x", array("<f4", "f", (SAMPLES, 1, N), inputs)), ("y", array("|i1", "b", (SAMPLES,), labels))):
        archive.writestr(zipfile.ZipInfo(name + ".npy", (2026, 1, 1, 0, 0, 0)), data)
