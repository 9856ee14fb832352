"""What the text of a document says about itself: its number, its DOI, its language. Pure functions."""

import re
from collections import Counter

from sources.intake.findings import HIGH, LOW, MEDIUM, Findings

HEAD = 3000  # characters in which a document says what it is
BRACKETS = {"〔": "〕", "［": "］", "【": "】", "(": ")", "（": "）", "[": "]"}
# 国发〔2014〕21号: an organ's short name, a year in brackets, a number
CHINESE_NUMBER = re.compile(r"([\u4e00-\u9fff]{1,12}) ?([〔［【(（\[]) ?(\d{4}) ?([〕］】)）\]]) ?(?:第 ?)?(\d{1,5}) ?号")
DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>{}|\\^`\u3000-\u9fff]{1,120}", re.ASCII)
DOI_IN_ADDRESS = re.compile(r"^https?://[^/]+/(?:.*/)?(10\.\d{4,9}/[^\s?#]+)", re.ASCII)
# The commonest short words. A handful tells these apart; more would not tell them better.
STOP_WORDS = {
    "en": "the of and to in that is was for with as on by are this be",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein",
    "fr": "le la les de des et en un une du dans est que pour qui par sur",
    "es": "el la los las de que y en un una por con para del se es",
    "it": "il la di che e in un una per con del della sono non è",
    "nl": "de het een van en in is dat op te met voor zijn niet",
    "pt": "o a os as de que e em um uma para com do da não por",
}
STOP_WORDS = {language: frozenset(words.split()) for language, words in STOP_WORDS.items()}
SCRIPTS = {
    "han": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]"),
    "kana": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af\u1100-\u11ff]"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f]"),
}


def document_number(text: str) -> tuple[str, int] | None:
    """The first number of a Chinese regulation, in its usual form, and where it stands."""
    for match in CHINESE_NUMBER.finditer(text):
        organ, left, year, right, number = match.groups()
        if BRACKETS[left] == right:
            return f"{organ}〔{year}〕{int(number)}号", match.start()
    return None


def doi(text: str) -> str:
    match = DOI.search(text)
    return tidy_doi(match[0]) if match else ""


def doi_of_address(address: str) -> str:
    match = DOI_IN_ADDRESS.match(address)
    return tidy_doi(match[1]) if match else ""


def tidy_doi(found: str) -> str:
    found = found.rstrip(".,;:")
    while found.endswith(")") and found.count(")") > found.count("("):
        found = found[:-1].rstrip(".,;:")
    return found.lower()


def language(text: str) -> tuple[str, str] | None:
    """(code, confidence) by the letters and the commonest words of the beginning."""
    text = text[:20_000]
    letters = {name: len(script.findall(text)) for name, script in SCRIPTS.items()}
    total = sum(letters.values())
    if total < 20:
        return None
    sure = HIGH if total >= 200 else MEDIUM
    if letters["kana"] > 0.1 * (letters["han"] + letters["kana"]) and letters["kana"] > 0.05 * total:
        return "ja", sure
    # A Chinese sign says about as much as three letters of an alphabet.
    if 3 * letters["han"] > total - letters["han"]:
        return "zh", sure
    if letters["ko"] > 0.3 * total:
        return "ko", sure
    if letters["ar"] > 0.5 * total:
        return "ar", LOW
    if letters["cyrillic"] > 0.5 * total:
        return "ru", LOW
    words = Counter(re.findall(r"[a-zà-ÿ]+", text.lower()))
    scores = sorted(((sum(words[word] for word in known), code) for code, known in STOP_WORDS.items()), reverse=True)
    if scores[0][0] < 3:
        return None
    return scores[0][1], sure if scores[0][0] >= 1.5 * scores[1][0] else LOW


def add_what_the_text_says(findings: Findings, text: str) -> None:
    head = text[:HEAD]
    if found := document_number(head):
        number, at = found
        findings.add("document_number", number, HIGH if at < 400 else MEDIUM, "the beginning of the text")
    if found := doi(head):
        findings.add("doi", found, MEDIUM, "the beginning of the text")
    if found := language(text):
        findings.add("language", found[0], found[1], "the letters and words of the text")
