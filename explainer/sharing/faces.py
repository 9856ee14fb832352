"""The faces of pictures, from packages and never from the machine, and text set in them character by character.

HarfBuzz measures, so that letters stand close or apart as their designers meant; Pillow draws. Pillow measures so well only
where the machine has a library for it, and a picture must not depend on that.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path

import uharfbuzz
from PIL import ImageFont

PLAIN = {"liga": False, "clig": False, "dlig": False}  # one glyph a character: they are drawn one by one
SIMPLIFIED = 2  # place of the simplified Chinese forms in the collection


@dataclass(frozen=True)
class Face:
    """``weight`` is chosen in a variable font; None in one that has a single weight."""

    path: Path
    index: int = 0
    weight: int | None = None

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        return _drawn(self, size)

    @cached_property
    def _measured(self) -> uharfbuzz.Font:
        font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.path)), self.index))
        if self.weight is not None:
            font.set_variations({"wght": self.weight})
        return font

    def has(self, char: str) -> bool:
        return bool(self._measured.get_nominal_glyph(ord(char)))

    def advances(self, text: str) -> list[float]:
        """How far each character moves on, in ems."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        uharfbuzz.shape(self._measured, buffer, PLAIN)
        widths = [0.0] * len(text)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            widths[info.cluster] += position.x_advance / self._measured.face.upem
        return widths


@lru_cache(maxsize=100)
def _drawn(face: Face, size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(face.path), size, index=face.index, layout_engine=ImageFont.Layout.BASIC)
    if face.weight is not None:
        font.set_variation_by_axes([face.weight])
    return font


@dataclass(frozen=True)
class Letter:
    char: str
    face: Face
    advance: float  # in ems


@dataclass(frozen=True)
class Style:
    """Faces in the order in which they are asked for a character."""

    faces: tuple[Face, ...]
    spacing: float = 0.0  # in ems, added between words

    def face_of(self, char: str) -> Face:
        return next((face for face in self.faces if face.has(char)), self.faces[0])

    def set(self, text: str) -> list[Letter]:
        """Without what cannot be seen: marks of direction, controls, joiners."""
        shown = [char for char in " ".join(text.split()) if unicodedata.category(char) not in ("Cc", "Cf", "Cs")]
        return list(self._letters("".join(shown)))

    def _letters(self, text: str) -> Iterator[Letter]:
        for face, run in groupby(text, self.face_of):
            run = "".join(run)
            for char, advance in zip(run, face.advances(run), strict=True):
                yield Letter(char, face, advance + self.spacing if char == " " else advance)


def _style(package: str, name: str, weight: int, spacing: float = 0.0) -> Style:
    chinese = Path(str(files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc"))
    return Style((Face(Path(str(files(package) / "files" / name))), Face(chinese, SIMPLIFIED, weight)), spacing)


SERIF = _style("font_source_serif_pro", "SourceSerifPro-Semibold.otf", 600)
TEXT = _style("font_source_sans_pro", "SourceSansPro-Regular.otf", 400, 0.05)
STRONG = _style("font_source_sans_pro", "SourceSansPro-Bold.otf", 700)
