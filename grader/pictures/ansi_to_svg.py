"""Draws a terminal's screen, as ``tmux capture-pane -e -p`` writes it, as an SVG picture.

Usage: ansi_to_svg.py TITLE < screen > picture.svg
"""

import re
import sys
from html import escape

CELL_WIDTH = 8.4
LINE_HEIGHT = 18
MARGIN = 14
BAR = 28
BACKGROUND = "#1d2430"
FOREGROUND = "#d8dee9"
PALETTE = [
    "#3b4252", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d8dee9",
    "#7b869c", "#ff7b86", "#b5e890", "#ffd98a", "#82c4ff", "#dd9bf0", "#78d5e0", "#ffffff",
]
SGR = re.compile(r"\x1b\[([0-9;]*)m")
OTHER_ESCAPES = re.compile(r"\x1b(?:\][^\x07\x1b]*(?:\x07|\x1b\\)|\(.|[=>]|\[[0-9;?]*[A-Za-ln-z])|[\x0e\x0f]")


def indexed(number):
    """The colour of one of the 256 that terminals know."""
    if number < 16:
        return PALETTE[number]
    if number >= 232:
        level = 8 + 10 * (number - 232)
        return f"#{level:02x}{level:02x}{level:02x}"
    number -= 16
    levels = [0, 95, 135, 175, 215, 255]
    return "#" + "".join(f"{levels[number // power % 6]:02x}" for power in (36, 6, 1))


def apply(codes, style):
    """The style after a list of SGR codes (ECMA-48, 8.3.117)."""
    style = dict(style)
    codes = list(codes) or [0]
    while codes:
        code = codes.pop(0)
        if code == 0:
            style = {}
        elif code in (1, 2, 3, 4, 7):
            style[{1: "bold", 2: "faint", 3: "italic", 4: "underline", 7: "reverse"}[code]] = True
        elif code == 22:
            style.pop("bold", None)
            style.pop("faint", None)
        elif code in (23, 24, 27):
            style.pop({23: "italic", 24: "underline", 27: "reverse"}[code], None)
        elif code in (38, 48):
            key = "fill" if code == 38 else "back"
            kind = codes.pop(0) if codes else None
            if kind == 5 and codes:
                style[key] = indexed(codes.pop(0))
            elif kind == 2 and len(codes) >= 3:
                style[key] = "#%02x%02x%02x" % tuple(codes.pop(0) for _ in range(3))
        elif code in (39, 49):
            style.pop("fill" if code == 39 else "back", None)
        elif 30 <= code <= 37 or 90 <= code <= 97:
            style["fill"] = PALETTE[code - 30 if code < 90 else code - 82]
        elif 40 <= code <= 47 or 100 <= code <= 107:
            style["back"] = PALETTE[code - 40 if code < 100 else code - 92]
    return style


def runs(line, style):
    """The line as (text, style) pieces, and the style that goes on after it."""
    pieces = []
    line = OTHER_ESCAPES.sub("", line)
    at = 0
    for found in SGR.finditer(line):
        if found.start() > at:
            pieces.append((line[at:found.start()], style))
        style = apply([int(code or 0) for code in found.group(1).split(";")], style)
        at = found.end()
    if at < len(line):
        pieces.append((line[at:], style))
    return pieces, style


def drawn(text, style, column, top):
    """One piece at its place."""
    fill, back = style.get("fill", FOREGROUND), style.get("back")
    if style.get("reverse"):
        fill, back = back or BACKGROUND, fill
    x, width = MARGIN + column * CELL_WIDTH, len(text) * CELL_WIDTH
    parts = []
    if back:
        parts.append(f'<rect x="{x:.1f}" y="{top}" width="{width:.1f}" height="{LINE_HEIGHT}" fill="{back}"/>')
    if text.strip():
        extra = ' font-weight="bold"' if style.get("bold") else ""
        extra += ' font-style="italic"' if style.get("italic") else ""
        extra += ' text-decoration="underline"' if style.get("underline") else ""
        extra += ' opacity="0.65"' if style.get("faint") else ""
        parts.append(
            f'<text x="{x:.1f}" y="{top + 13}" textLength="{width:.1f}" fill="{fill}"{extra}>{escape(text)}</text>'
        )
    return "".join(parts)


def picture(screen, title):
    """The whole SVG."""
    lines = screen.rstrip("\n").split("\n")
    columns = max([80] + [sum(len(text) for text, _ in runs(line, {})[0]) for line in lines])
    width = round(columns * CELL_WIDTH + 2 * MARGIN)
    height = BAR + len(lines) * LINE_HEIGHT + 2 * MARGIN
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" rx="8" fill="{BACKGROUND}"/>',
        "".join(f'<circle cx="{18 + 18 * i}" cy="15" r="5" fill="{c}"/>' for i, c in enumerate(PALETTE[1:4])),
        f'<text x="{width / 2}" y="19" fill="{PALETTE[8]}" text-anchor="middle" font-family="sans-serif" font-size="12">{escape(title)}</text>',
        '<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">',
    ]
    style = {}
    for number, line in enumerate(lines):
        pieces, style = runs(line, style)
        column = 0
        for text, look in pieces:
            out.append(drawn(text, look, column, BAR + MARGIN + number * LINE_HEIGHT))
            column += len(text)
    out.append("</g></svg>")
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    sys.stdout.write(picture(sys.stdin.read(), sys.argv[1]))
