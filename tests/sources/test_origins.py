import pytest

from sources.gates import PublicationRefused
from sources.origins import independence, same_origin
from tests import make

pytestmark = pytest.mark.django_db


def count(*sources):
    return independence(source.pk for source in sources).count


def test_articles_that_retell_one_report_count_once():
    report = make.source()
    copies = [make.source(derives_from=[(kind, report)]) for kind in ("republishes", "translates", "paraphrases", "summarises")]
    assert count(report, *copies) == 1
    assert count(*copies) == 1


@pytest.mark.parametrize("kind", ["rebuts", "corrects"])
def test_a_rebuttal_and_a_correction_stand_for_themselves(kind):
    claim = make.source()
    assert count(claim, make.source(derives_from=[(kind, claim)])) == 2


def test_a_chain_leads_to_its_first_origin():
    first = make.source()
    second = make.source(derives_from=[("translates", first)])
    third = make.source(derives_from=[("summarises", second)])
    assert count(third, first) == 1
    assert same_origin(third.pk) == {first.pk, second.pk}


def test_an_article_that_merges_two_reports_adds_one_voice_at_most():
    a, b = make.source(), make.source()
    merged = make.source(derives_from=[("summarises", a), ("summarises", b)])
    again = make.source(derives_from=[("summarises", a), ("summarises", b)])
    assert count(merged) == 1
    assert count(merged, again) == 1
    assert count(a, b, merged) == 2


def test_which_sources_count_as_one_can_be_listed():
    report, other = make.source(), make.source()
    copy = make.source(derives_from=[("republishes", report)])
    assert independence([report.pk, copy.pk, other.pk]).shared == ((report.pk, copy.pk),)


def test_origins_cost_one_query_however_long_the_chain(django_assert_num_queries):
    source = make.source()
    for _ in range(6):
        source = make.source(derives_from=[("translates", source)])
    with django_assert_num_queries(1):
        assert count(source) == 1


def test_a_source_cannot_lead_back_to_itself():
    first = make.source()
    second = make.source(derives_from=[("translates", first)])
    first.derivations = [first.derivations.model(kind="rebuts", origin=second)]
    with pytest.raises(PublicationRefused, match="lead back to itself"):
        first.save()
