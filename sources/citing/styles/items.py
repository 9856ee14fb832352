"""CSL-JSON items as printed styles want them, where a style file cannot know.

- A title in another language stands as it is, with its translation in brackets after it. A Chinese bibliography
  prints a Chinese document by its own title and issuer and needs no translation.
- An office that publishes its own papers is named once: APA and Chicago leave out the publisher, MLA the author.
- The styles print laws as lawyers of the United States cite theirs. Others are cited as papers of whoever issued them.
"""

LAWS = {"legislation", "regulation", "bill"}
# Around a translated title; what follows them closes quotation marks or italics that the translation stands outside of.
TRANSLATION, TRANSLATION_END = "\ue003", "\ue004"


def for_western(item: dict, style: str) -> dict:
    item = dict(item)
    if original := item.pop("original-title", ""):
        item["title"] = f"{original} {TRANSLATION}[{item['title']}]{TRANSLATION_END}"
    if item["type"] in LAWS:
        item["type"] = "report"
    elif item["type"] == "post" and style == "chicago":  # which names posts in notes alone
        item["type"] = "webpage"
    elif item["type"] == "motion_picture":
        item["genre"] = "Video"
    holder = "container-title" if "container-title" in item else "publisher"
    if item.get("author") == [{"literal": item.get(holder)}]:
        del item["author" if style == "mla" or (style, holder) == ("chicago", "container-title") else holder]
    return item


def for_chinese(item: dict) -> dict:
    item = dict(item)
    original = item.pop("original-title", "")
    if original and item.get("language", "").startswith("zh"):
        item["title"] = original
    return item
