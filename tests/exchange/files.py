"""Files as Zotero exports them, with what libraries really hold: names in their own script, no addresses, odd dates."""

import csv
import io
import json

ZOTERO_JSON = [
    {
        "id": "http://zotero.org/groups/1/items/ABCD2345",
        "type": "article-journal",
        "abstract": "Not taken in.",
        "container-title": "The China Quarterly",
        "DOI": "10.1017/S0305741019000006",
        "ISSN": "0305-7410",
        "language": "en-GB",
        "note": "original-date: 2018\nPMID: 1234\nread this one first",
        "page": "1-20",
        "title": "Lists and their makers",
        "URL": "https://www.cambridge.org/core/lists?utm_source=zotero",
        "author": [{"family": "Li", "given": "Na"}, {"family": "Leyen", "given": "Ursula", "non-dropping-particle": "von der"}],
        "accessed": {"date-parts": [["2019", 5, 3]]},
        "issued": {"date-parts": [["2019", 3]]},
        "citation-key": "liLists2019",
    },
    {
        "id": "wang2014",
        "type": "book",
        "title": "名单的历史",
        "language": "zh-CN",
        "publisher": "人民出版社",
        "author": [{"family": "王", "given": "小明"}, {"family": "李", "given": "娜"}],
        "issued": {"date-parts": [[2014]]},
        "note": "Translated Title: A history of lists",
    },
    {
        "id": "nd",
        "type": "webpage",
        "title": "A page without a day",
        "URL": "https://example.com/p",
        "issued": {"raw": "sometime"},
    },
    {
        "id": "letter",
        "type": "manuscript",
        "title": "A letter",
        "author": [{"literal": "The Office"}],
        "archive": "City Archive",
        "archive_location": "Box 12, folder 3",
        "issued": {"date-parts": [[1998, 2, 30]]},
    },
    {
        "id": "archived",
        "type": "webpage",
        "title": "A page that is gone",
        "container-title": "The Gazette",
        "language": "en",
        "URL": "https://web.archive.org/web/20190101000000/http://gone.example.org/a",
        "issued": {"date-parts": [[2018, 12, 31]], "circa": True},
    },
    {"id": "fig", "type": "figure", "title": "A picture", "publisher": "Somebody"},
]

ZOTERO_RIS = """TY  - NEWS
TI  - Lists of a town
AU  - Wang, Xiaoming
AU  - 李, 娜
T2  - The Gazette
AB  - Not taken in,
over two lines
DA  - 2018/07/14/
PY  - 2018
LA  - en
UR  - https://gazette.example.org/lists?id=7&fbclid=x
Y2  - 2020/01/02/10:00:00
KW  - lists
KW  - towns
N1  - <p>Check the second paragraph</p>
L1  - files/12/lists.pdf
ER  -

TY  - RPRT
TI  - Notice on lists
A1  - State Office
PB  - State Office
SN  - 国发〔2014〕21号
PY  - 2014
LA  - zh
ER  -
"""

ZOTERO_BIB = r"""@article{li_lists_2019,
	title = {Lists \& their {Makers}: 50\% of {\"O}sterreich},
	volume = {12},
	doi = {10.1017/S0305741019000006},
	url = {https://www.cambridge.org/core/li_sts},
	journal = {The China Quarterly},
	author = {Li, Na and {State Council, Office} and van Beethoven, Ludwig},
	month = mar,
	year = {2019},
	keywords = {lists, makers},
	file = {Full Text:files/1.pdf},
}

@misc{wang_2014, title = {名单的历史}, author = {王, 小明}, year = {2014}, howpublished = {\url{https://example.com/a_b}},
  note = {Publisher: 人民出版社}, language = {zh}}

@newspaper_like{x, title = {y}}
"""


def zotero(number: int) -> bytes:
    """A library of that many items of many types."""
    types = ["article-newspaper", "article-journal", "report", "webpage", "book", "legislation", "post-weblog", "thesis"]
    items = []
    for n in range(number):
        kind = types[n % len(types)]
        item = {
            "id": f"http://zotero.org/users/1/items/{n:08X}",
            "type": kind,
            "title": f"关于名单的通知第{n}号" if n % 5 == 0 else f"On lists, part {n} of many",
            "author": [{"family": "王", "given": f"明{n}"} if n % 5 == 0 else {"family": f"Author{n}", "given": "A. B."}],
            "container-title" if kind.startswith(("article", "web", "post")) else "publisher": f"House {n % 20}",
            "language": "zh-CN" if n % 5 == 0 else "en-US",
            "issued": {"raw": "13/45/2019"} if n % 10 == 3 else {"date-parts": [[2010 + n % 12, 1 + n % 12, 1 + n % 28]]},
            "accessed": {"date-parts": [[2020, 1, 2]]},
            "keyword": "lists, zotero",
            "note": f"Citation Key: author{n}\nextra line {n}",
        }
        if n % 4:
            item["URL"] = f"https://house{n % 20}.example.org/lists/{n}"
        if kind == "article-journal":
            item["DOI"] = f"10.1234/lists.{n}"
        items.append(item)
    return json.dumps(items, ensure_ascii=False).encode()


def table(columns: str, *rows: tuple) -> bytes:
    """A CSV file; ``columns`` are words."""
    out = io.StringIO()
    csv.writer(out).writerows([columns.split(), *rows])
    return out.getvalue().encode()
