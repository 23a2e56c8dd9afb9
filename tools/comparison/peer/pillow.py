"""Pillow in one long-lived process, timed in itself, by the frames of frames.mjs."""

import io
import json
import struct
import sys
import time

from PIL import Image, ImageOps, features

TURNED = (5, 6, 7, 8)
ORIENTATION = 0x0112
originals = {}


def render(original, box, form, quality):
    image = Image.open(io.BytesIO(original))
    width, height = (box[0] or 65_535, box[1] or 65_535)
    if image.getexif().get(ORIENTATION) in TURNED:
        width, height = height, width
    # Lets the JPEG decoder shrink, down to twice the requested size.
    image.thumbnail((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
    image = ImageOps.exif_transpose(image)
    if form == "jpeg" and image.mode != "RGB":
        image = image.convert("RGB")
    out = io.BytesIO()
    image.save(out, form, quality=quality)
    return out.getvalue()


def answer(header, body):
    if header["op"] == "version":
        return {"version": f"{Image.__version__} (libwebp {features.version('webp')})"}, b""
    if header["op"] == "hold":
        originals[header["name"]] = body
        return {}, b""
    original = originals[header["name"]]
    start = time.perf_counter_ns()
    results = [render(original, box, header["format"], header["quality"]) for box in header["boxes"]]
    nanos = time.perf_counter_ns() - start
    return {"nanos": nanos, "lengths": [len(result) for result in results]}, b"".join(results)


def main():
    while lengths := sys.stdin.buffer.read(8):
        header_length, body_length = struct.unpack(">II", lengths)
        header = json.loads(sys.stdin.buffer.read(header_length))
        body = sys.stdin.buffer.read(body_length)
        try:
            reply, result = answer(header, body)
        except Exception as e:  # every error is reported to the bench
            reply, result = {"error": repr(e)}, b""
        text = json.dumps(reply).encode()
        sys.stdout.buffer.write(struct.pack(">II", len(text), len(result)) + text + result)
        sys.stdout.buffer.flush()


main()
