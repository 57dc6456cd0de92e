"""What the search reads of a built page."""

import pytest

from macros.exports.page_text import PageText, page_text, plain_text
from macros.rendering.blocks import Place, placeholder


def read(content: str) -> list[PageText]:
    return page_text(f"<nav><h2 id='no'>No</h2></nav><article>{content}</article><footer>no</footer>")


def test_each_heading_with_an_id_is_a_section_and_the_first_is_the_page() -> None:
    assert read('<h1 id="a">A</h1><p>one</p><h2 id="b">B <code>c</code></h2><p>two</p>') == [
        PageText("", "A", "one"),
        PageText("b", "B c", "two"),
    ]


def test_markup_goes_and_what_it_was_for_stays() -> None:
    (section,) = read(
        '<h1 id="a">A</h1><p>Use <code>b</code>.</p><ul><li>1 &lt; 2</li><li>3</li></ul>'
        "<table><tr><td>x</td> <td>y</td></tr></table>"
    )
    assert section.text == "Use b. 1 < 2 3 x · y"


@pytest.mark.parametrize(
    "hidden",
    [
        "<p data-search-exclude>no <b>no</b></p>",
        "<script>no()</script>",
        '<figure class="picture picture--panels"><svg><text>no</text></svg></figure>',
        '<exam-summary class="eq-summary"><h2 id="exam-keys">no</h2></exam-summary>',
        '<section class="answer-key" aria-labelledby="x"><h2 id="x">no</h2></section>',
        '<a class="headerlink" href="#a">¶</a>',
    ],
)
def test_what_is_not_for_the_search_is_left_out(hidden: str) -> None:
    assert read(f'<h1 id="a">A</h1><p>one</p>{hidden}<p>two</p>') == [PageText("", "A", "one two")]


def test_a_question_is_a_section_of_its_own_and_the_text_goes_on_after_it() -> None:
    block = placeholder({Place("t/q", 4, "t/q", brings_style=True): ["t/old"]})
    assert read(f'<h1 id="a">A</h1><h2 id="b">B</h2><ul><li>one{block}two</li></ul><h2 id="c">C</h2>') == [
        PageText("", "A", ""),
        PageText("b", "B", "one two".replace(" ", "")),
        PageText("t/q", number=4),
        PageText("c", "C", ""),
    ]


def test_the_text_after_an_element_with_a_heading_in_it_belongs_to_the_section_before() -> None:
    assert read('<h1 id="a">A</h1><div><h2 id="b">B</h2><p>two</p></div><p>one</p>') == [
        PageText("", "A", "one"),
        PageText("b", "B", "two"),
    ]


def test_plain_text_of_a_stem_keeps_its_paragraphs_and_items_apart() -> None:
    assert plain_text("<p>a <em>b</em><code>c</code></p><ul><li>1 &amp; 2</li><li>d</li></ul>e") == "a bc 1 & 2 d e"
