"""The page of GB/T 9704-2012 in Word's own units (twips, a twentieth of a point; 1 mm = 56.7 twips)."""

TWIPS_PER_INCH = 1440
MILLIMETRES_PER_INCH = 25.4


def twips(millimetres: float) -> int:
    """Millimetres as whole twips."""
    return round(millimetres * TWIPS_PER_INCH / MILLIMETRES_PER_INCH)


PAPER_WIDTH, PAPER_HEIGHT = twips(210), twips(297)
TOP, LEFT = twips(37), twips(28)
TEXT_WIDTH, TEXT_HEIGHT = twips(156), twips(225)
RIGHT = PAPER_WIDTH - LEFT - TEXT_WIDTH  # 26 mm
BOTTOM = PAPER_HEIGHT - TOP - TEXT_HEIGHT  # 35 mm

LINES, CHARACTERS = 22, 28

# 225 mm hold 22 lines of 28.99 pt. An exact pitch of 29 pt would be 4 twips too much and push the
# last line to the next page, so the pitch is the largest whole number of twips that fits.
LINE_PITCH = TEXT_HEIGHT // LINES

# Type sizes in half points.
SIZE_2, SIZE_3, SIZE_4, SIZE_5 = 44, 32, 28, 21

# How far characters are drawn together so that 28 of 16 pt fill a line of 156 mm, in whole twips. Word's own
# character grid would say the same, but LibreOffice gives a character wider than its cell two cells.
CHARACTER_SPACE = TEXT_WIDTH // CHARACTERS - SIZE_3 * 10

# The page number's line is 16 pt high and its dash stands in the middle, 7 mm below the text block.
PAGE_NUMBER_LINE = 320
FOOTER = BOTTOM - twips(7) - PAGE_NUMBER_LINE // 2
