#!/usr/bin/env python3
# A server of map tiles on this machine, for the test of the map: a chessboard of two plain colours.
# SPDX-FileCopyrightText: 2026 The Marchland developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""tile-server.py

Prints its port, then a line for each request: the path asked for. Tiles lie at /tiles/Z/X/Y.png; nothing else is
there. Ends with its standard input.
"""

import http.server
import re
import struct
import sys
import threading
import zlib

COLOURS = bytes((250, 40, 220)), bytes((40, 250, 90))  # none of the map's own


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def make_tile(colour):
    header = struct.pack(">IIBBBBB", 256, 256, 8, 2, 0, 0, 0)
    rows = (b"\0" + colour * 256) * 256
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


TILES = [make_tile(colour) for colour in COLOURS]


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        # In one piece: several requests are answered at once, and print() writes the line's end by itself.
        sys.stdout.write(self.path + "\n")
        sys.stdout.flush()
        good = re.fullmatch(r"/tiles/\d+/(\d+)/(\d+)\.png", self.path)
        tile = TILES[(int(good[1]) + int(good[2])) % 2] if good else b""
        self.send_response(200 if good else 404)
        self.send_header("Content-Type", "image/png" if good else "text/plain")
        self.send_header("Content-Length", str(len(tile)))
        self.end_headers()
        self.wfile.write(tile)

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
