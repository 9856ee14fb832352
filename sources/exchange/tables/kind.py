from sources.exchange.kinds import ImportKind, Told, read_apart
from sources.exchange.tables.columns import SEPARATOR, Column, cells_of


class TableKind(ImportKind):
    """A CSV file, one row a thing. The file that the open data offer of the same things comes back without a change."""

    accepts = ".csv,.txt"
    icon = "table"
    columns: tuple[Column, ...]
    must: frozenset[str]  # columns without which nothing is known again
    passed_over: frozenset[str]  # columns of the open data that say nothing of their own

    @property
    def template_columns(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.name != "citations")

    def told(self):
        rows = []
        for column in self.columns:
            choices = f" One of: {', '.join(value for value, _ in column.choices)}." if column.choices else ""
            needed = " Needed." if column.required else ""
            rows.append((column.name, column.about + choices + needed, column.example))
        rest = ", ".join(sorted(self.passed_over))
        return Told(
            "The columns",
            [
                *rows,
                (
                    "Empty cells",
                    "Say nothing: what is known stays. Lists and sources are added to, and nothing is taken away.",
                    "",
                ),
                ("Passed over", f"What the open data have besides: {rest}.", ""),
                ("Lists", f"Keys, with {SEPARATOR} between them.", "one|two"),
            ],
        )

    def read(self, name, data):
        found, what = read_apart("sources.exchange.formats.table", name, data)
        return "csv", cells_of(found, self.columns, set(self.passed_over), set(self.must), what)
