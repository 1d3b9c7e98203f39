"""Signs that Chinese typesetting sets on a full square and the sources do not.

The sources reach some of these forms by OpenType features; the writers of this
system draw one glyph for one character, so the form has to be the default one.
"""

from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

EM = 1000
DASH = 0x2014  # two of them form 破折号 and must touch
OPENING = (0x2018, 0x201C)  # stand in the right half of their square
CLOSING = (0x2019, 0x201D)  # stand in the left half
CENTRED = (0x00B7,)  # 间隔号 of personal names


def full_width(font):
    """Sets dash, quotation marks and middle dot on a full square."""
    for code in (DASH, *OPENING, *CLOSING, *CENTRED):
        name = font.getBestCmap()[code]
        width, left = font["hmtx"][name]
        glyph = font["glyf"][name]
        glyph.recalcBounds(font["glyf"])
        if code == DASH:
            scale = EM / (glyph.xMax - glyph.xMin)
            place(font, code, (scale, 0, 0, 1, -glyph.xMin * scale, 0))
        elif width < EM:
            ink = glyph.xMax - glyph.xMin
            target = 560 if code in OPENING else 80 if code in CLOSING else (EM - ink) // 2
            place(font, code, (1, 0, 0, 1, target - left, 0))


def place(font, code, transform):
    """Redraws the character's glyph through the transform on a full square."""
    name = font.getBestCmap()[code]
    pen = TTGlyphPen(None)
    font.getGlyphSet()[name].draw(TransformPen(pen, transform))
    store(font, name, pen.glyph())


def boxes(font):
    """Draws the ballot boxes ☐ ☑ ☒ that forms and notices use and the sources lack."""
    outer, inner = (100, -20, 900, 780), (146, 26, 854, 734)
    tick = [(250, 380), (420, 190), (760, 610), (720, 645), (420, 275), (285, 420)]
    cross = [[(230, 146), (270, 106), (770, 614), (730, 654)], [(230, 614), (270, 654), (770, 146), (730, 106)]]
    for code, marks in ((0x2610, []), (0x2611, [tick]), (0x2612, cross)):
        if code in font.getBestCmap():
            continue
        pen = TTGlyphPen(None)
        polygon(pen, rectangle(*outer), clockwise=True)
        polygon(pen, rectangle(*inner), clockwise=False)
        for mark in marks:
            polygon(pen, mark, clockwise=True)
        name = f"box{code:04X}"
        font.setGlyphOrder(font.getGlyphOrder() + [name])
        font["glyf"].glyphOrder = font.getGlyphOrder()
        store(font, name, pen.glyph())
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


def rectangle(left, bottom, right, top):
    return [(left, bottom), (left, top), (right, top), (right, bottom)]


def polygon(pen, points, clockwise):
    """Adds a closed contour in the wanted direction: filled shapes run clockwise, holes against it."""
    area = sum(x * points[i - 1][1] - points[i - 1][0] * y for i, (x, y) in enumerate(points))
    if (area > 0) != clockwise:
        points = points[::-1]
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def store(font, name, glyph):
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (EM, glyph.xMin)
