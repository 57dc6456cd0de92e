from macros.checks.similarity import similar_pairs

STEM = "A company hosts forty models that are called rarely and wants to pay for as few instances as possible today."


def test_a_stem_with_a_word_changed_is_found_and_another_is_not() -> None:
    other = "A bank trains one large model every night on spot instances and must survive an interruption without loss."
    assert list(similar_pairs([STEM, other, STEM.replace("forty", "fifty")])) == [(2, 0)]


def test_capitals_and_punctuation_make_no_difference() -> None:
    assert list(similar_pairs([STEM, STEM.upper().replace(" AND", ", AND")])) == [(1, 0)]


def test_sharing_a_turn_of_phrase_is_not_repeating() -> None:
    ask = "Which solution meets these requirements with the LEAST operational overhead?"
    stems = [
        f"Team {n} has problem {n * 7} with model {n * 13} in region {n * 17} at time {n * 19}. {ask}"
        for n in range(50)
    ]
    assert list(similar_pairs(stems)) == []


def test_very_short_stems_are_compared_whole() -> None:
    assert list(similar_pairs(["What?", "Why?", "what"])) == [(2, 0)]
