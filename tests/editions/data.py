"""A small edition to break in tests: a folder that is complete and right."""

FILES = {
    "edition.yaml": """\
key: small
name: Small site
title: A small topic
question: Is it so?
answer: No. See [the method](page:method).
claims_title: Claims
featured:
  - it-is-so
""",
    "publishers.yaml": """\
- key: council
  name: Council
  name_original: 国务院
  language: zh
  kind: state-organ
- key: gazette
  name: The Gazette
  kind: news
""",
    "layers.yaml": """\
- key: plans
  position: '1'
  name: Plans
  short: Plans
  description: What is planned.
""",
    "mixups.yaml": """\
- key: plan-with-practice
  position: '1'
  name: A plan is told as practice
  short: Plan as practice
  description: Planned, not done.
""",
    "sources/plan.yaml": """\
title: The plan
title_original: 规划
language: zh
publisher: council
authors:
  - Family, Given
tier: primary
kind: plan
document_number: 国发〔2014〕21号
issued: '2014-06-14'
in_force: 2014-06-14/..
links:
  - kind: translation
    url: https://example.org/plan-en
    label: English
reading: part
captures:
  - file: plan.txt
    sha256: 79ff1d6c25ddba4a8154bd5e4d6ee3ac45a9b3b7dbb87eb77c8a85c0e0b9f2a0
    origin: the page as found
    taken: '2026-01-01T10:00:00Z'
""",
    "sources/story.yaml": """\
title: The story
language: en
publisher: gazette
tier: secondary
kind: news
issued: '2015'
url: https://example.org/story
reading: full
derivations:
  - origin: plan
    kind: summarises
""",
    "claims/it-is-so.md": """\
---
title: It is so
statement: It is so everywhere, they say.
layers:
  - plans
mixups:
  - plan-with-practice
last_checked: '2026-01-02'
next_review: '2027-01-02'
verdicts:
  - verdict: 'false'
    date: '2026-01-02'
    reason: The plan says no such thing.
    reviewer: Desk
appearances:
  - source: story
    said_by: The Gazette
    said_on: '2015'
    first_known: 'yes'
    says: Says that it is so.
evidence:
  - key: plan
    stance: contradicts
    source: plan
    locator: art. 2
    says: Names no score.
    quotation: 信用
    translation: credit
    anchor:
      start: the plan names
      end: no score
---

## Short answer

No.[^plan] It is **not** so, _really_.

## What is documented

### In 2014

A plan.[^plan]

- one
- two

## This would change if

A document is found; see [the story](source:story) and [this](claim:it-is-so).
""",
    "pages/method.md": """\
---
title: Method
template: method
summary: How we work.
---

## First

Text.

### Second

We read.

1. one
2. two
""",
}


def write(folder, **changed):
    """The edition in ``folder``; ``changed`` maps a file (dots for slashes and hyphens kept) to a text, or None to leave out."""
    for name, text in (FILES | changed).items():
        if text is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def with_change(name, old, new):
    """FILES[name] with one thing changed; the thing must be there."""
    assert old in FILES[name], f"{old!r} is not in {name}"
    return {name: FILES[name].replace(old, new, 1)}
