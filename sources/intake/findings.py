"""What was found out about a document: a value, how sure it is, and where it stood. A person decides."""

from dataclasses import asdict, dataclass, field

HIGH, MEDIUM, LOW = "high", "medium", "low"
ORDER = {HIGH: 0, MEDIUM: 1, LOW: 2}
LONGEST = {"title": 300, "authors": 1000, "site": 200, "url": 1000, "document_number": 100}


@dataclass(frozen=True)
class Finding:
    value: str
    confidence: str
    where: str


@dataclass
class Findings:
    """By field, the surest first. One value is kept once, as sure as its best place makes it."""

    by_field: dict[str, list[Finding]] = field(default_factory=dict)

    def add(self, name: str, value: str | None, confidence: str, where: str) -> None:
        lines = (" ".join(line.split()) for line in str(value or "").splitlines())
        value = "\n".join(line for line in lines if line)[: LONGEST.get(name, 500)]
        if value and all(ord(letter) >= 32 or letter == "\n" for letter in value):
            rows = self.by_field.setdefault(name, [])
            if value not in [row.value for row in rows if ORDER[row.confidence] <= ORDER[confidence]]:
                rows[:] = [row for row in rows if row.value != value] + [Finding(value, confidence, where)]
                rows.sort(key=lambda row: ORDER[row.confidence])

    def best(self, name: str) -> str:
        rows = self.by_field.get(name)
        return rows[0].value if rows else ""

    def as_json(self) -> dict[str, list[dict]]:
        return {name: [asdict(row) for row in rows[:5]] for name, rows in self.by_field.items()}

    @classmethod
    def from_json(cls, data: dict) -> "Findings":
        return cls({name: [Finding(**row) for row in rows] for name, rows in data.items()})
