from macros.rendering.svg_lines import TextLine, text_width, wrap


def test_a_text_is_broken_into_even_lines_that_fit() -> None:
    lines = wrap("um processing job compara a produção com o baseline", 200, 13)
    assert [line.text for line in lines] == ["um processing job compara", "a produção com o baseline"]
    assert all(text_width(line.text) * 13 <= 200 for line in lines)


def test_each_line_of_the_text_is_a_paragraph_set_by_its_marks() -> None:
    assert wrap("**S3**\n`model.tar.gz`\nthe model", 100) == [
        TextLine("S3", "strong"),
        TextLine("model.tar.gz", "code"),
        TextLine("the model", "plain"),
    ]


def test_bold_text_is_given_more_room() -> None:
    words = "Amazon ECR"
    width = text_width(words) * 13 + 1
    assert len(wrap(words, width)) == 1
    assert len(wrap(f"**{words}**", width)) == 2


def test_a_word_or_code_wider_than_its_room_is_not_broken() -> None:
    assert wrap("TargetContainerHostname", 20) == [TextLine("TargetContainerHostname", "plain")]
    assert wrap("`a b c d e f g h`", 20) == [TextLine("a b c d e f g h", "code")]
