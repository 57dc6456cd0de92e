from macros.rendering.blocks import Place, fill, placeholder, places

PLACES = [Place("a/b", 1, "a/b"), Place("c/d-e", 12, "c/d-e--2", brings_style=True)]


def test_a_page_gets_its_questions_where_their_placeholders_are() -> None:
    first, second, third = [*PLACES, Place("e/f", 13, "e/f")]
    last = placeholder({second: ["c/old", "c/older"], third: []})
    page = f"<p>x</p>{placeholder({first: []})}<ul><li>{last}</li></ul>"
    assert list(places(page)) == [first, second, third]
    filled = fill(page, lambda place: f"<b>{place.question_id}</b>")
    assert filled == "<p>x</p><b>a/b</b><ul><li><b>c/d-e</b>\n<b>e/f</b></li></ul>"


def test_a_placeholder_has_the_anchors_that_links_may_lead_to() -> None:
    text = placeholder({PLACES[1]: ["c/old"]})
    assert 'id="c/d-e--2"' in text
    assert 'id="c/old"' in text


def test_what_a_stem_says_about_placeholders_is_not_one() -> None:
    page = "<p>&lt;div class=&quot;exam-question-places&quot;&gt;&lt;span id=&quot;a/b&quot;&gt;</p>"
    assert fill(page, lambda _: "no") == page
