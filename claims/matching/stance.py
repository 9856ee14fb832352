"""Does a sentence tell a claim, report its correction, or only speak of the same thing?

“repeats” is an accusation. It is the answer only where the sentence asserts what the wording asserts: no word of
correction, no denial the wording lacks, no question, no other figure.
"""

import re
from enum import StrEnum

from claims.matching.figures import figures
from claims.matching.text import words


class Stance(StrEnum):
    REPEATS = "repeats"
    CORRECTS = "corrects"
    RELATED = "related"


CORRECTION = re.compile(
    r"""\b(?:myths?|misconception|misunderst\w+|misread\w*|misreport\w*|mis-?translat\w+|debunk\w*|disprov\w+|refut\w+
    |rumou?rs?|hoax|fabricat\w+|urban\ legend|falsehood|untrue|mistaken(?:ly)?|erroneous(?:ly)?|incorrect(?:ly)?
    |inaccurate(?:ly)?|exaggerat\w+|retract\w+|falsely|wrongly|conflat\w+|confus(?:e|es|ed|ing|ion)\b|bogus
    |(?:is|are|was|were|be|prove[ds]?|simply|just|plainly|flatly)\ (?:\w+\ )?(?:false|wrong|not\ true|nonsense|fiction)
    |no\ (?:\w+\ )?(?:evidence|proof|basis|record|sign|trace|such)|contrary\ to|unlike\ what|nothing\ (?:of\ the\ sort|supports)
    |does\ not\ exist|do\ not\ exist|doesn't\ exist|don't\ exist|did\ not\ exist|never\ (?:existed|happened|had|was|were)
    |not\ the\ case|(?:nobody|no\ one|none)\ (?:has\ |have\ )?(?:ever\ )?(?:shown|found|documented|proved|seen)|far\ from\ (?:true|the)|nothing\ to\ do\ with|unrelated\ to|(?:wholly\ |quite\ |entirely\ )?separate\ from|not\ the\ same|non-government(?:al)?|different(?:ly)?\ (?:from|to)|corrects?|corrected|correction|denie[sd]|deny|fact[- ]check\w*)\b
    |谣言|谣传|不实|辟谣|误解|误读|误传|误以为|并非|并不|并没有|并未|不存在|从未|从来没有|错误地|是错误的|不属实|子虚乌有|虚假""",
    re.IGNORECASE | re.VERBOSE,
)
# The sentence after takes back the one before: “That is not true.”
TAKEN_BACK = re.compile(
    r"""^\W{0,3}(?:(?:but|yet|however|in\ fact|actually)[,\s]+)?(?:(?:th(?:is|at|ese|ose)|it|they|both|none\ of\ (?:this|that|it))
    (?:\ (?:claim|story|idea|belief|statement|report|figure)s?)?\s(?:(?:is|are|was|were|has|have)\s)?
    (?:simply|just|plainly|largely|all|also|in\ fact|a|an|the)?\s?
    (?:not|n't|false|wrong|untrue|myths?|misconception|misreading|inaccurate|incorrect|mistaken|never|fiction|hoax)\b
    |(?:th(?:is|at)|it)\s(?:isn't|wasn't)\b|not\ (?:so|true|quite|really)\b|none\ of\ (?:this|that|it)\ (?:is|was)\b|false[.:!]|wrong[.:!]|no[.,:!])
    |^(?:但|然而|其实|事实上)?[，,]?(?:这|此|该)(?:种|一)?(?:说法|报道|传言|观点)?(?:是|属于)?(?:不实|错误|谣言|误解|假|不对|并非|不是)""",
    re.IGNORECASE | re.VERBOSE,
)
# Being kept from something is what such claims say, not a denial of them.
KEPT_FROM = re.compile(
    r"\b(?:can ?not|can't|could not|couldn't|unable to|not (?:be )?(?:able|allowed|permitted)|no longer|not only|not just|nothing but"
    r"|without (?!evidence|proof|basis)\w+|whether or not|if (?:it|that) (?:was|is)n't|no doubt|not being|(?:did|do|does) not know|fail(?:s|ed|ing|ure)? to|not paying|did not pay|who (?:do|does|did) not)\b",
    re.IGNORECASE,
)
DENIAL = re.compile(
    r"\b(?:no|not|never|none|neither|nor|nobody|hardly|without|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|hadn't|won't|wouldn't)\b"
    r"|不是|没有|不会|无需|未曾|尚未|未|不",
    re.IGNORECASE,
)
FRAME = re.compile(
    r"\b(?:(?:popular|common|general|widespread|conventional|received) (?:belief|opinion|wisdom|assumption|perception)s?"
    r"|(?:what )?(?:many|some|most)? ?(?:media |press |news )?reports?(?: (?:say|said|suggest|claim)s?)?(?=,)"
    r"|you (?:may|might) have (?:read|heard) that|(?:many|some|most) (?:people )?(?:believe|think|say|claim) that|it is (?:also |often |widely )?"
    r"(?:said|claimed|reported|believed) that|the (?:idea|claim|story|notion|belief|suggestion) that|there (?:is|are|was|were) (?:no|not)(?: a| any)?"
    r"|single|myth \d+:?|claim:)|(?:有人|很多人|许多人)(?:以为|认为|说|声称)",
    re.IGNORECASE,
)
SHORT = 25  # words
QUESTION = re.compile(r"[?？][\"'”’)\s]*$")
# “If you jaywalk, you lose points” states a rule; “If this were so” and “If a city did it, it would …” state nothing.
SUPPOSED = re.compile(
    r"""^\W{0,3}(?:what\ if|imagine|suppose|whether|were)\b|\bas\ if\b|\bwould\ have\b|如果|假如
    |^\W{0,3}if\b(?!\ (?:you|your|he|she|his|her|they|their|some(?:one|body)|any(?:one|body)|people|parents|an?|one)\b(?!.*\b(?:would|were)\b))""",
    re.IGNORECASE | re.VERBOSE,
)


def stance(sentence: str, wording: str, following: str = "") -> Stance:
    """Of a sentence that matches a wording well. ``following`` is the sentence after it."""
    own = CORRECTION.search(sentence)
    if (own and not CORRECTION.search(wording)) or TAKEN_BACK.search(following):
        return Stance.CORRECTS
    if QUESTION.search(sentence) or (SUPPOSED.search(sentence) and not SUPPOSED.search(wording)):
        return Stance.RELATED
    if denies(sentence) != denies(wording):
        # In a long sentence the denial may be of something else.
        return Stance.CORRECTS if denies(sentence) and len(words(sentence)) <= SHORT else Stance.RELATED
    mine, its = figures(sentence), figures(wording)
    if its and mine and not its & mine:
        return Stance.RELATED
    return Stance.REPEATS


def bare(sentence: str) -> str:
    """The sentence without the words that say what to think of it, which no wording has."""
    without = FRAME.sub(" ", CORRECTION.sub(" ", sentence))
    return without if without.strip() else sentence


def denies(text: str) -> bool:
    return bool(DENIAL.search(KEPT_FROM.sub(" ", text)))
