"""A card as a picture. The same card gives the same bytes."""

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from explainer.sharing.cards import HEIGHT, WIDTH, Card
from explainer.sharing.faces import SERIF, STRONG, TEXT, Letter
from explainer.sharing.fitting import Fitted, fit, width_of
from explainer.sharing.shapes import mark, sign

# As the light tokens in tokens.css
PAPER, INK, SOFT, BRAND, CUT = "#fdfcf9", "#1c1f24", "#565b64", "#1d3f5e", "#ffffff"
RED, ORANGE, AMBER, SLATE, TEAL, GREEN, GREY = "#a3211b", "#98470a", "#7d5600", "#4a5568", "#0f625c", "#1d6b34", "#585d66"
TONES = {
    "false": RED,
    "mostly-false": ORANGE,
    "misleading": AMBER,
    "mixed": SLATE,
    "mostly-true": TEAL,
    "true": GREEN,
    "outdated": GREY,
    "unproven": GREY,
    "not-checkable": GREY,
}

MARGIN, BAR = 84, 20
INNER = WIDTH - 2 * MARGIN
HEAD = 88  # line on which the name of the site stands
TITLE_TOP = 132
PANEL = 344  # where the ground of the verdict begins
WORD = PANEL + 94  # line on which the verdict stands
REASON_TOP, REASON_ROOM = PANEL + 126, 130
FOOT = HEIGHT - 44  # line on which the date of an explainer stands
MARK, GAP = 72, 22
TINT = 0.09  # how much of its colour the ground of the verdict has

TITLE_SIZES = (76, 72, 68, 64, 60, 56, 52, 48, 44)
REASON_SIZES = (36, 34, 32, 30, 28, 26)
SUMMARY_SIZES = (38, 36, 34, 32, 30)


def draw(card: Card) -> bytes:
    """As a PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    tone = TONES.get(card.mark, GREY if card.word else BRAND)
    pen.rectangle((0, 0, BAR - 1, HEIGHT), fill=tone)
    _head(image, pen, card)
    if card.word:
        _claim(image, pen, card, tone)
    else:
        _article(pen, card)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _head(image: Image.Image, pen: ImageDraw.ImageDraw, card: Card) -> None:
    image.paste(sign(44, BRAND, PAPER), (MARGIN - 6, HEAD - 34))
    kind = TEXT.set(card.kind)
    _write(pen, kind, WIDTH - MARGIN - width_of(kind) * 26, HEAD, 26, SOFT)
    name = fit(card.site, SERIF, INNER - 260, 40, (34, 30, 26), 1.2)
    _write(pen, name.lines[0] if name.lines else (), MARGIN + 50, HEAD, name.size, BRAND)


def _claim(image: Image.Image, pen: ImageDraw.ImageDraw, card: Card, tone: str) -> None:
    height = PANEL - TITLE_TOP - 24
    title = fit(card.title, SERIF, INNER, height, TITLE_SIZES, 1.16)
    _lines(pen, title, TITLE_TOP + (height - title.height) // 2, INK)
    ground = _mixed(tone, PAPER, TINT)
    pen.rectangle((BAR, PANEL, WIDTH, HEIGHT), fill=ground)
    start = MARGIN
    if card.mark:
        image.paste(mark(card.mark, MARK, tone, CUT, ground), (MARGIN, WORD - 22 - MARK // 2))
        start += MARK + GAP
    _write(pen, STRONG.set(card.word), start, WORD, 64, tone)
    note = TEXT.set(card.note)
    _write(pen, note, WIDTH - MARGIN - width_of(note) * 24, WORD, 24, SOFT)
    reason = fit(card.text, TEXT, INNER, REASON_ROOM, REASON_SIZES, 1.32)
    _lines(pen, reason, REASON_TOP, INK)


def _article(pen: ImageDraw.ImageDraw, card: Card) -> None:
    title = fit(card.title, SERIF, INNER, 200, TITLE_SIZES, 1.16)
    summary = fit(card.text, TEXT, INNER, 170, SUMMARY_SIZES, 1.36)
    room = FOOT - 48 - TITLE_TOP
    top = TITLE_TOP + max(0, (room - title.height - 28 - summary.height) // 2)
    _lines(pen, title, top, INK)
    _lines(pen, summary, top + title.height + 28, SOFT)
    _write(pen, TEXT.set(card.note), MARGIN, FOOT, 24, SOFT)


def _lines(pen: ImageDraw.ImageDraw, fitted: Fitted, top: int, colour: str) -> None:
    for n, line in enumerate(fitted.lines):
        # Letters stand on a line a little above the lower edge of their room.
        base = top + n * fitted.leading + round((fitted.leading + fitted.size * 0.66) / 2)
        # The quotation mark hangs in the margin, so that the words stand in one line with all that is below.
        hung = line[0].advance * fitted.size if line and line[0].char == "“" else 0
        _write(pen, line, MARGIN - hung, base, fitted.size, colour)


def _write(pen, letters: Sequence[Letter], x: float, y: int, size: int, colour: str) -> None:
    for letter in letters:
        if letter.char != " ":
            pen.text((x, y), letter.char, fill=colour, font=letter.face.at(size), anchor="ls")
        x += letter.advance * size


def _mixed(colour: str, ground: str, part: float) -> str:
    pairs = [(int(colour[n : n + 2], 16), int(ground[n : n + 2], 16)) for n in (1, 3, 5)]
    return "#" + "".join(f"{round(a * part + b * (1 - part)):02x}" for a, b in pairs)
