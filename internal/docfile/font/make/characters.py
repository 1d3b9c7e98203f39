"""Which characters the embedded fonts carry, and why each group is there."""

import bz2

UNIHAN = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"  # Debian package unicode-data


def standard():
    """The 8,105 characters of 通用规范汉字表 (2013), from Unihan's kTGH."""
    found = set()
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 3 and fields[1] == "kTGH":
                found.add(int(fields[0][2:], 16))
    if len(found) != 8105:  # a later Unihan may correct the list; look before shipping
        raise SystemExit(f"kTGH lists {len(found)} characters, want 8105")
    return found


def gb2312():
    """Everything GB 2312 encodes: its characters and its nine rows of signs."""
    found = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((high, low)).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return found


# Ranges beyond both standards, as first and last code point.
RANGES = [
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin letters of personal names, ¥ § ° ± · × ÷
    (0x01CD, 0x01DC),  # pinyin letters with the third tone
    (0x0391, 0x03C9),  # Greek
    (0x2010, 0x2027),  # dashes, quotation marks, ellipsis, bullet
    (0x2030, 0x203E),  # ‰ ′ ″ ※
    (0x2070, 0x2089),  # superscript and subscript digits
    (0x20A9, 0x20AC),  # currency
    (0x2100, 0x214F),  # ℃ ℅ ℉ № ℡ ™
    (0x2150, 0x218B),  # fractions and Roman numerals
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x22A5),  # mathematical signs
    (0x2460, 0x24FF),  # ① ⑴ ⒈
    (0x2500, 0x257F),  # box drawing
    (0x2580, 0x25FF),  # blocks, □ ■ ○ ● △ ▲
    (0x2600, 0x2612),  # ☆ ★ ☐ ☑ ☒
    (0x2713, 0x2717),  # ✓ ✗
    (0x2776, 0x277F),  # ❶
    (0x3000, 0x303F),  # CJK punctuation, 〇 〔 〕
    (0x3041, 0x30FF),  # kana
    (0x3105, 0x312F),  # bopomofo
    (0x3220, 0x3229),  # ㈠
    (0x3280, 0x3289),  # ㊀
    (0x32C0, 0x33FF),  # ㎡ ㎏ ㎞ and dates
    (0xFE30, 0xFE4F),  # vertical brackets
    (0xFF01, 0xFF5E),  # full-width ASCII
    (0xFFE0, 0xFFE6),  # ￥ ￡
]

# Characters of personal names met in tests and forms that no standard above has.
NAMES = "𠮷䶮㛃𬭎堃喆祎昇昰甡瑢頔曌喦犇骉羴猋雳淼"


def wanted():
    """The code points that every font shall carry as far as its source draws them."""
    found = standard() | gb2312()
    for first, last in RANGES:
        found.update(range(first, last + 1))
    found.update(map(ord, NAMES))
    return found
