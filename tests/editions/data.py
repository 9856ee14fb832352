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
place: The country
period: 2014/..
variants:
  - key: all-of-it
    wording: All of it is so
    answer: None of it is.[^plan]
last_checked: '2026-01-02'
next_review: '2027-01-02'
verdicts:
  - verdict: 'false'
    date: '2026-01-02'
    reason: The plan says no such thing.
    reviewer: Desk
looked_for: Looked for in the gazette, and not found.
waivers:
  - gate: origins
    reason: There is only one plan.
    given_by: A. Reader
    seconded_by: B. Reader
    date: '2026-01-02'
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

## Where sources disagree

The story says more.[^plan]

## This would change if

A document is found; see [the story](source:story) and [this](claim:it-is-so).
""",
    "places.yaml": """\
- key: land
  name: Land
  level: country
- key: town
  name: Town
  name_original: 镇
  language: zh
  level: county
  within: land
  code: '371082'
  wikidata: Q1
  tile: 3,4
  latitude: '37.16'
  longitude: '122.48'
""",
    "behaviour-groups.yaml": """\
- key: traffic
  position: '1'
  name: Traffic
  short: Traffic
  description: On the road.
""",
    "behaviours.yaml": """\
- key: red-light
  group: traffic
  position: '1'
  name: Running a red light
""",
    "actors/council.yaml": """\
name: Council
article: the
name_original: 国务院
language: zh
aliases:
  - Cabinet
short: Council
kind: state-organ
sector: public
role: Makes plans.
about: It made the plan.
layers:
  - plans
period: 1949/..
place: land
url: https://example.org/council
wikidata: Q2
claims:
  - it-is-so
citations:
  - source: plan
    says: Names the council.
""",
    "actors/gazette.yaml": """\
name: The Gazette
short: Gazette
kind: outlet
sector: civil
role: Prints stories.
citations:
  - source: story
    says: Is printed by it.
""",
    "relations/gazette-reported-on-council.yaml": """\
subject: gazette
verb: reported-on
object: council
detail: in one story
period: '2015'
status: documented
note: One story.
citations:
  - source: story
    locator: p. 1
    says: Reports on the council.
""",
    "maps/overview.md": """\
---
title: Overview
position: '1'
summary: Who is who.
actors:
  - council
  - gazette
marks:
  - actor: council
    words: a plan
nudges:
  - actor: gazette
    right: '-20'
    down: '10'
---

The press looked on.[^gazette-reported-on-council]
""",
    "events/plan-adopted.yaml": """\
title: The plan is adopted
date: '2014-06-14'
lane: documented
kind: adopted
text: The council adopts a plan.
actors:
  - council
places:
  - land
claims:
  - it-is-so
citations:
  - source: plan
    says: Is dated so.
""",
    "chapters/2014.md": """\
---
title: '2014: a plan'
summary: A plan was made.
citations:
  - key: plan
    source: plan
    says: It is a plan.
---

## What was decided

A plan.[^plan]

## What was said

Much.[^plan] See [the event](timeline:plan-adopted).

## What was not

A score.[^plan]
""",
    "catalogs/town.md": """\
---
title: 'Town: points'
place: town
scheme: Town points
scheme_original: 镇分
language: zh
summary: A scheme of one town.
operator: council
layer: plans
claims:
  - it-is-so
last_checked: '2026-01-02'
next_review: '2027-01-02'
facts:
  - fact: implemented
    state: 'yes'
    value: It began.
    date: '2014'
    citations:
      - source: plan
        says: It begins.
  - fact: voluntary
    state: not-found
    checked: '2026-01-02'
entries:
  - behaviour: red-light
    wording: Driving through a red light
    state: 'yes'
    effect: points
    points: -50..-10
    conditions: Each time
    period: 2014/2016
    status: ended
    citations:
      - source: plan
        locator: art. 3
        says: Takes 10 to 50 points.
consequences:
  - kind: reward
    what: Library books
    who: Grade A
    status: in-force
    citations:
      - source: story
        says: Tells of books.
citations:
  - key: plan
    source: plan
    says: It is a plan.
---

## What it is

A scheme.[^plan]

## What is said about it

Much.[^plan]
""",
    "glossary/plan-word.yaml": """\
name: Plan word
name_original: 规划
language: zh
pinyin: guīhuà
meaning: What is meant to be.
beware: It is not what is.
match:
  - plan words
layers:
  - plans
claims:
  - it-is-so
citations:
  - source: plan
    says: Has the word in its title.
""",
    "systems/town-points.yaml": """\
name: Town points
name_original: 镇分
language: zh
aliases:
  - The points
standing: part
layer: plans
keeper: The town
output: score
tell: Points in a town.
what: A scheme of one town.
state: ended
actors:
  - council
places:
  - town
terms:
  - plan-word
claims:
  - it-is-so
citations:
  - source: plan
    says: Tells of it.
""",
    "articles/what-it-is.md": """\
---
title: What it is
position: '1'
summary: A plan, and no more.
last_checked: '2026-01-02'
next_review: '2027-01-02'
citations:
  - key: plan
    source: plan
    says: It is a plan.
---

## The plan

It is a plan.[^plan] See [the word](term:plan-word), [the points](system:town-points) and [this](article:what-it-is).

::claims it-is-so

::events plan-adopted

More of it.[^plan]

::neighbours council

::map overview

::catalog town

::catalog town traffic

::rests-on plan
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
