"""Ten short texts of our own that retell, correct or pass by the claims of the first edition.

``told`` and ``corrected`` give the beginning of a sentence and the claim, ``touched`` those that must at least be marked;
``passed`` are sentences that must not be accused of any claim that is not true. ``missed`` are the sentences that tell or
correct a claim in words so different that only the semantic extra finds them: a gap, kept in view.
"""

TEXTS = {
    "a newspaper's opening": {
        "text": """Every one of China's 1.4 billion citizens is now given a social credit score by the state. Buy nappies and
your score rises; spend the evening on video games and it falls. People whose rating drops too low are no longer allowed to
board a plane or a fast train. Beijing was mild and dry that week, and the cherry trees were early.""",
        "told": {"Every one of China's": "everyone-has-a-score", "Buy nappies": "video-games-lower-your-score"},
        "corrected": {},
        "passed": ["Beijing was mild"],
    },
    "a blog post of the first wave": {
        "text": """All Chinese citizens get a number between 350 and 950, and it is linked to their national ID card. The
whole thing is run by two companies, Alibaba and Tencent. If your friends post something critical of the government, your own
score goes down with theirs. For now it is optional, but by 2020 taking part will be compulsory for everybody. Brag about your
score online: nearly 100,000 people already have.""",
        "told": {
            "All Chinese citizens get": "score-350-to-950-on-the-id-card",
            "Brag about your": "100000-people-boasted",
        },
        "touched": {
            "The\nwhole thing is run": "alibaba-and-tencent-run-the-system",
            "If your friends post": "political-posts-lower-your-sesame-score",
        },
        "missed": {"For now it is optional": "mandatory-by-2020"},
        "corrected": {},
        "passed": [],
    },
    "a scholar sets it right": {
        "text": """There is no single national social credit score in China. Contrary to what many newspapers wrote, Sesame
Credit is not the government's social credit system. The story that Shanghai takes points from drivers who honk is a myth.
Nobody has shown that criticism of the Party on social media lowers a national score. What exists are lists, kept by courts
and regulators under rules that can be read.""",
        "told": {},
        "corrected": {
            "There is no single": "one-national-score",
            "Contrary to what": "sesame-credit-is-the-government-system",
            "The story that Shanghai": "honking-in-shanghai",
        },
        "touched": {"Nobody has shown": "criticism-lowers-your-national-score"},
        "passed": ["What exists are lists"],
    },
    "a plain account of the court list": {
        "text": """A creditor who has won a judgment can ask the court to enforce it. If the debtor hides assets, the court
may put the name on a public list. The list was opened to the public in October 2013. A listed debtor may not stay in expensive
hotels. Payment, a settlement or the end of the term takes the name off again.""",
        "told": {},
        "corrected": {},
        "passed": ["A creditor who has won", "The list was opened", "Payment, a settlement"],
    },
    "something else altogether": {
        "text": """My bank wrote to say that my credit card limit has gone up. Our village choir sings on Sunday, and the
bakery has run out of flour. The city council will vote on bus fares next month. In the second half United scored twice and
won the match. Shanghai's container port handled more boxes than Singapore's last year.""",
        "told": {},
        "corrected": {},
        "passed": ["My bank wrote", "Our village choir", "The city council", "In the second half", "Shanghai's container"],
    },
    "the numbers, misread": {
        "text": """In 2018 alone China stopped 17.5 million people from boarding planes because of bad social credit. Another
5.5 million were kept off trains that year. The minister presented a budget of 17 billion yuan.""",
        "told": {"In 2018 alone": "17-5-million-flights-in-2018"},
        "touched": {"Another\n5.5 million": "5-5-million-barred-from-trains"},
        "corrected": {},
        "passed": ["The minister presented"],
    },
    "in Chinese": {
        "text": """在中国，每个公民都有一个社会信用分数。芝麻信用就是政府的社会信用体系。在上海，司机按喇叭会被扣信用分。
有人以为玩游戏会降低国家信用分，这是误解。今天上海有雨，气温下降。""",
        "told": {
            "在中国，每个公民": "everyone-has-a-score",
            "芝麻信用就是": "sesame-credit-is-the-government-system",
            "在上海，司机": "honking-in-shanghai",
        },
        "corrected": {"有人以为玩游戏": "video-games-lower-your-score"},
        "passed": ["今天上海有雨"],
    },
    "only questions": {
        "text": """Does everyone in China have a social credit score? Is Sesame Credit part of the government's system? Would
you lose points for jaywalking? We asked three people who should know.""",
        "told": {},
        "corrected": {},
        "passed": ["Does everyone in China", "Is Sesame Credit part", "Would\nyou lose", "We asked three"],
    },
    "a list of myths": {
        "text": """Myth 1: Everyone in China has a score. You may have read that the low scores of your friends pull yours
down. That is not true of any state system. Many people believe that a score above 700 gets you a visa for Singapore, but this
is wrong. It is also said that the score is compulsory since 2020. It is not.""",
        "told": {},
        "corrected": {
            "Many people believe": "singapore-visa-at-700",
        },
        "touched": {"Myth 1": "everyone-has-a-score", "You may have read": "friends-lower-your-score"},
        "passed": ["That is not true", "It is not."],
    },
    "a speech": {
        "text": """My friends, in China cameras with face recognition catch you crossing on red and take points off your score
at once. Once you are on the blacklist you never get off it again. A student was refused by his university because his father
was on the list. And China invented all this in 2014. We must answer with freedom.""",
        "told": {
            "My friends, in China cameras": "jaywalkers-lose-points",
            "Once you are on": "once-listed-always-listed",
            "A student was refused": "children-and-schools",
            "And China invented": "invented-in-2014",
        },
        "corrected": {},
        "passed": ["We must answer"],
    },
}
