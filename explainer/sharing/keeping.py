"""Pictures as files. Each is made once, by whoever comes first: the background after a publication, or a reader."""

import os
import tempfile
from pathlib import Path

from django.conf import settings

from explainer.sharing.cards import Card
from explainer.sharing.drawing import draw


def picture(kind: str, slug: str, card: Card) -> bytes:
    """The card as a PNG; ``kind`` and ``slug`` say whose it is."""
    path = Path(settings.CARD_DIR) / kind / f"{slug}.{card.digest}.png"
    try:
        return path.read_bytes()
    except FileNotFoundError:
        png = draw(card)
    _keep(path, png)
    for old in path.parent.glob(f"{slug}.*.png"):
        if old != path:
            old.unlink(missing_ok=True)
    return png


def _keep(path: Path, png: bytes) -> None:
    """As a whole or not at all: others may read it meanwhile, or make the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, begun = tempfile.mkstemp(prefix="begun-", dir=path.parent)
    begun = Path(begun)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(png)
        begun.replace(path)
    finally:
        begun.unlink(missing_ok=True)
