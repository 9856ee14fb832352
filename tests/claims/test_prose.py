from claims import prose


def test_references_are_listed_once_in_order():
    assert prose.references("<p>A[^b] c[^a-2] d[^b]</p>") == ["b", "a-2"]


def test_a_reference_becomes_a_numbered_link_that_says_what_it_is():
    html = prose.render("<p>So.[^plan]</p>", {"plan": 3})
    assert html == '<p>So.<a class="ref" href="#evidence-plan" aria-label="Evidence 3">3</a></p>'


def test_a_reference_to_nothing_stays_as_typed():
    assert prose.render("<p>So.[^ghost]</p>", {}) == "<p>So.[^ghost]</p>"
