"""Makes the four embedded fonts from Debian packages; see README.md.

Each source face is cut down to the wanted characters, its cubic outlines become
quadratic ones (PDF viewers take glyf everywhere, and a subset of glyf is a copy
of bytes), hints and layout features go, and the face is renamed, because the
licence reserves the original names.
"""

import sys
from pathlib import Path

from fontTools.misc.timeTools import timestampFromString
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

import signs
from characters import standard, wanted

NOTO = "/usr/share/fonts/opentype/noto/"
KAI = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
SIMPLIFIED = 2  # the face for simplified Chinese inside the Noto CJK collections

# output file, source file, face, family, style, PostScript name
FACES = [
    ("song.ttf", NOTO + "NotoSerifCJK-Regular.ttc", SIMPLIFIED, "Gongkai Song", "Regular", "GongkaiSong-Regular"),
    ("song-bold.ttf", NOTO + "NotoSerifCJK-Bold.ttc", SIMPLIFIED, "Gongkai Song Bold", "Bold", "GongkaiSong-Bold"),
    ("hei.ttf", NOTO + "NotoSansCJK-Medium.ttc", SIMPLIFIED, "Gongkai Hei", "Regular", "GongkaiHei-Regular"),
    ("kai.ttf", KAI, 0, "Gongkai Kai", "Regular", "GongkaiKai-Regular"),
]

TOLERANCE = 1.0  # units of 1/1000 em that a quadratic curve may stray from the cubic
KEPT = ["head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "loca", "glyf", "name", "post", "CFF "]
STAMP = timestampFromString("Mon Jan  1 00:00:00 2024")
LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
CHANGE = "Modified: a subset, outlines converted, some signs drawn full width, renamed."


def main():
    here = Path(__file__).resolve().parent
    characters = wanted()
    standard_list = here.parent / "testdata" / "standard.txt"
    standard_list.parent.mkdir(exist_ok=True)
    standard_list.write_text("".join(map(chr, sorted(standard()))) + "\n", encoding="utf-8")
    chosen = sys.argv[1:]
    for file, source, face, family, style, postscript in FACES:
        if chosen and file not in chosen:
            continue
        font = TTFont(source, fontNumber=face, recalcTimestamp=False, recalcBBoxes=True)
        copyright = font["name"].getDebugName(0)
        cut(font, characters)
        if "CFF " in font:
            quadratic(font)
        signs.full_width(font)
        signs.boxes(font)
        rename(font, f"{copyright}\n{CHANGE}", family, style, postscript)
        target = here.parent / "ttf" / file
        font.save(target)
        lost = standard() - set(font.getBestCmap())
        print(f"{file}: {len(font.getBestCmap())} characters, {target.stat().st_size} bytes, "
              f"{len(lost)} of 8105 missing {''.join(map(chr, sorted(lost)))}")


def cut(font, characters):
    """Keeps the wanted characters and the tables a page needs."""
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = []
    options.notdef_outline = True
    options.glyph_names = False
    options.desubroutinize = True
    options.legacy_kern = False
    options.drop_tables += [tag for tag in font.keys() if tag not in KEPT and tag != "GlyphOrder"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]
    for tag in [tag for tag in font.keys() if tag not in KEPT and tag != "GlyphOrder"]:
        del font[tag]


def quadratic(font):
    """Replaces the CFF outlines by glyf outlines, contours turned to TrueType's direction."""
    order = font.getGlyphOrder()
    drawn = font.getGlyphSet()
    glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
        glyf.glyphs[name] = pen.glyph()
    del font["CFF "]
    font["loca"] = newTable("loca")
    font["glyf"] = glyf
    for name in order:
        glyf.glyphs[name].recalcBounds(glyf)
        width, _ = font["hmtx"][name]
        font["hmtx"][name] = (width, getattr(glyf.glyphs[name], "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                  "maxSizeOfInstructions", "maxComponentElements", "maxComponentDepth", "maxPoints", "maxContours",
                  "maxCompositePoints", "maxCompositeContours"):
        setattr(maxp, field, 0)
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\000\001\000\000"


def rename(font, copyright, family, style, postscript):
    """Gives the face its own names and a fixed date."""
    post = font["post"]
    post.formatType = 3.0
    post.extraNames, post.mapping, post.glyphOrder = [], {}, None
    names = font["name"]
    names.names = []
    for key, text in ((0, copyright), (1, family), (2, style), (3, postscript), (4, family), (5, "Version 1.000"),
                      (6, postscript), (13, LICENCE), (14, "https://openfontlicense.org")):
        names.setName(text, key, 3, 1, 0x409)
    font["head"].created = font["head"].modified = STAMP
    font["head"].fontRevision = 1.0
    font["OS/2"].achVendID = "GKAI"


if __name__ == "__main__":
    main()
