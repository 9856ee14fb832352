"""Static files as the site serves them: hashed, compressed, and stylesheets joined so that a page loads one."""

import posixpath
import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r'^@import "(?P<part>[^"]+)";\n', re.M)
COMMENT = re.compile(r"/\*.*?\*/\n?", re.S)


class JoiningStorage(CompressedManifestStaticFilesStorage):
    """``@import "part.css";`` at the start of a line of a stylesheet is replaced by the part.

    Browsers would read the parts one after the other; in development they do.
    """

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run:
            parts = set()
            for name in [name for name in paths if name.endswith(".css")]:
                parts |= self._join(name, paths)
            # They are served within what imports them, and nobody asks for them alone.
            for part in parts:
                del paths[part]
                self.delete(part)
        yield from super().post_process(paths, dry_run, **options)

    def _join(self, name: str, paths: dict) -> set[str]:
        """Write the stylesheet with its parts in it. Returns their names."""
        parts = set()

        def part(found: re.Match) -> str:
            of = posixpath.join(posixpath.dirname(name), found["part"])
            if of not in paths:
                raise ValueError(f"{name} imports {found['part']}, and there is no such file.")
            parts.add(of)
            return self._text(*paths[of])

        joined = IMPORT.sub(part, self._text(*paths[name]))
        if parts:
            self.delete(name)
            self._save(name, ContentFile(COMMENT.sub("", joined).encode()))
            paths[name] = (self, name)
        return parts

    @staticmethod
    def _text(storage, path) -> str:
        with storage.open(path) as file:
            return file.read().decode()
