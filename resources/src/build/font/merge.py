"""Merge Noto Sans, Noto Sans Khmer and Noto Sans Thai into the private family "Countinghouse Sans".

Why one file: JavaFX gives a loaded font no fallback, so a Khmer-only font turns Latin into boxes. Why a private name: Pango picks
fonts by family name, and two versions of one family on a machine render garbage. See ../../../decisions/0001-one-font-for-every-script.md.

usage: merge.py FOLDER_WITH_UNPACKED_PACKAGES TARGET_FOLDER
"""

import os
import sys
import tempfile

from fontTools import subset
from fontTools.merge import Merger, Options
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates

FAMILY = "Countinghouse Sans"
VERSION = "1.000"
UNITS_PER_EM = 1000
# 2026-11-21 in seconds since 1904, fixed so that the same sources give the same bytes.
WRITTEN = 3878064000

KHMER_RIEL = 0x17DB
# Noto draws the riel sign no taller than a small letter; beside digits it reads as a speck.
RIEL_SCALE = 1.3

LATIN = (
    [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x192, 0x1A0, 0x1A1, 0x1AF, 0x1B0, *range(0x218, 0x21C)]
    + [0x2C6, 0x2C7, 0x2D8, 0x2D9, 0x2DA, 0x2DB, 0x2DC, 0x2DD, *range(0x300, 0x305), *range(0x306, 0x30D), 0x31B, 0x323, 0x327, 0x328]
    + [*range(0x1E80, 0x1E86), *range(0x1EA0, 0x1EFA)]
    + [*range(0x2002, 0x200C), *range(0x2010, 0x2016), *range(0x2018, 0x2023), 0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A]
    + [*range(0x2070, 0x2080), *range(0x20A0, 0x20C1), 0x2116, 0x2122, *range(0x2150, 0x215F), 0x2212, 0x2215, 0x2248, 0x2260, 0x2264, 0x2265]
)
KHMER = [*range(0x1780, 0x1800), *range(0x19E0, 0x1A00), 0x200C, 0x200D, 0x25CC]
THAI = [*range(0x0E01, 0x0E5C)]

SOURCES = [("noto-sans", "NotoSans", LATIN), ("noto-sans-khmer", "NotoSansKhmer", KHMER), ("noto-sans-thai", "NotoSansThai", THAI)]
WEIGHTS = [("Regular", "400Regular", 78), ("Bold", "700Bold", 126)]


def only(path, code_points):
    options = subset.Options(hinting=False, layout_features=["*"], notdef_outline=True, glyph_names=False, name_IDs=["*"])
    options.drop_tables += ["STAT", "gasp"]
    font = TTFont(path)
    if font["head"].unitsPerEm != UNITS_PER_EM:
        scale_upem(font, UNITS_PER_EM)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)
    return font


def polygon(pen, points):
    """One closed contour, always clockwise, so that overlapping parts add up instead of cutting holes."""
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1]))
    ordered = points if area < 0 else points[::-1]
    pen.moveTo(ordered[0])
    for point in ordered[1:]:
        pen.lineTo(point)
    pen.closePath()


def stroke(pen, start, end, width):
    (x1, y1), (x2, y2) = start, end
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    dx, dy = (x2 - x1) / length * width / 2, (y2 - y1) / length * width / 2
    ring = [(x1 - dx - dy, y1 - dy + dx), (x2 + dx - dy, y2 + dy + dx), (x2 + dx + dy, y2 + dy - dx), (x1 - dx + dy, y1 - dy - dx)]
    polygon(pen, [(round(x), round(y)) for x, y in ring])


def disc(pen, centre, radius, hole=False):
    """Four curves with the off-curve points TrueType understands."""
    (cx, cy), r = centre, radius
    around = [(cx + r, cy), (cx + r, cy - r), (cx, cy - r), (cx - r, cy - r), (cx - r, cy), (cx - r, cy + r), (cx, cy + r), (cx + r, cy + r)]
    if hole:
        around = [around[0], *around[:0:-1]]
    pen.moveTo(around[0])
    for control, end in ((1, 2), (3, 4), (5, 6), (7, 0)):
        pen.qCurveTo(around[control], around[end])
    pen.closePath()


def signs(w):
    """The few signs the screens need and Noto Sans has not; drawn here, `w` units thick."""
    middle, head = 357, 190

    def arrow(turn):
        def draw(pen):
            stroke(pen, turn(-330, 0), turn(330 - w / 2, 0), w)
            stroke(pen, turn(330 - head, head), turn(330 - w * 0.2, 0), w)
            stroke(pen, turn(330 - head, -head), turn(330 - w * 0.2, 0), w)
        return draw

    def at(x, y):
        return 450 + x, middle + y

    def check(pen):
        stroke(pen, at(-270, -10), at(-90, -230), w)
        stroke(pen, at(-90, -230), at(290, 270), w)

    def cross(pen):
        stroke(pen, at(-230, -230), at(230, 230), w)
        stroke(pen, at(-230, 230), at(230, -230), w)

    def ring(pen):
        disc(pen, at(0, 0), 260)
        disc(pen, at(0, 0), 260 - w, hole=True)

    def backspace(pen):
        corners = [at(-390, 0), at(-170, 240), at(370, 240), at(370, -240), at(-170, -240)]
        for start, end in zip(corners, corners[1:] + corners[:1]):
            stroke(pen, start, end, round(w * 0.8))
        stroke(pen, at(-10, -105), at(200, 105), round(w * 0.8))
        stroke(pen, at(-10, 105), at(200, -105), round(w * 0.8))

    return {
        0x2190: arrow(lambda x, y: at(-x, y)),
        0x2191: arrow(lambda x, y: at(y, x)),
        0x2192: arrow(lambda x, y: at(x, y)),
        0x2193: arrow(lambda x, y: at(y, -x)),
        0x232B: backspace,
        0x25B2: lambda pen: polygon(pen, [at(-290, -230), at(0, 280), at(290, -230)]),
        0x25BC: lambda pen: polygon(pen, [at(-290, 230), at(0, -280), at(290, 230)]),
        0x25CB: ring,
        0x25CF: lambda pen: disc(pen, at(0, 0), 260),
        0x2713: check,
        0x2717: cross,
    }


def add_glyph(font, code_point, glyph, advance):
    name = f"uni{code_point:04X}"
    if name not in font.getGlyphOrder():
        font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code_point] = name


def draw_signs(font, width):
    for code_point, draw in signs(width).items():
        pen = TTGlyphPen(None)
        draw(pen)
        add_glyph(font, code_point, pen.glyph(), 900)


def enlarge_riel(font):
    name = font.getBestCmap()[KHMER_RIEL]
    glyph = font["glyf"][name]
    glyph.coordinates = GlyphCoordinates([(round(x * RIEL_SCALE), round(y * RIEL_SCALE)) for x, y in glyph.coordinates])
    glyph.recalcBounds(font["glyf"])
    advance, bearing = font["hmtx"][name]
    font["hmtx"][name] = (round(advance * RIEL_SCALE), round(bearing * RIEL_SCALE))


def rename(font, style):
    postscript = FAMILY.replace(" ", "") + "-" + style
    copyright_notice = (
        "Copyright 2022 The Noto Project Authors (https://github.com/notofonts/latin-greek-cyrillic, "
        "https://github.com/notofonts/khmer, https://github.com/notofonts/thai). "
        "Modified: subset, merged and renamed for Countinghouse."
    )
    texts = {
        0: copyright_notice,
        1: FAMILY,
        2: style,
        3: f"{VERSION};{postscript}",
        4: f"{FAMILY} {style}" if style != "Regular" else FAMILY,
        5: f"Version {VERSION}",
        6: postscript,
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
    }
    names = font["name"]
    names.names = []
    for identifier, text in texts.items():
        names.setName(text, identifier, 3, 1, 0x409)


def set_metrics(font, style):
    """One line height for every script: tall enough for Khmer subscripts and Thai tone marks in ordinary words."""
    ascent, descent = 1069, 400
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, -descent, 0
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    os2.usWinAscent, os2.usWinDescent = 1155, 707
    os2.achVendID = "CHSE"
    bold = style == "Bold"
    os2.usWeightClass = 700 if bold else 400
    os2.fsSelection = 0x20 if bold else 0x40
    font["head"].macStyle = 1 if bold else 0
    font["head"].created = font["head"].modified = WRITTEN
    font["head"].fontRevision = float(VERSION)


def build(packages, target, style, folder, width):
    with tempfile.TemporaryDirectory() as scratch:
        parts = []
        for package, stem, code_points in SOURCES:
            source = os.path.join(packages, package, folder, f"{stem}_{folder}.ttf")
            part = os.path.join(scratch, f"{stem}.ttf")
            only(source, code_points).save(part)
            parts.append(part)
        merged = Merger(Options()).merge(parts)
    enlarge_riel(merged)
    draw_signs(merged, width)
    rename(merged, style)
    set_metrics(merged, style)
    merged["post"].formatType = 3.0
    merged.recalcTimestamp = False
    path = os.path.join(target, f"CountinghouseSans-{style}.ttf")
    merged.save(path)
    print(path, os.path.getsize(path), "bytes,", len(merged.getGlyphOrder()), "glyphs")


if __name__ == "__main__":
    for weight in WEIGHTS:
        build(sys.argv[1], sys.argv[2], *weight)
