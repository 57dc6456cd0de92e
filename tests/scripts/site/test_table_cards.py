"""Tables that can be read as cards."""

from scripts.site.table_cards import label_tables

TABLE = (
    "<table>\n<thead>\n<tr>\n<th>Name</th>\n<th>Use &amp; cost</th>\n<th><code>Value</code></th>\n</tr>\n</thead>\n"
    "<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n<td>c</td>\n</tr>\n</tbody>\n</table>"
)


def test_label_tables_names_the_column_of_each_cell() -> None:
    labelled = label_tables(TABLE)
    assert '<td role="cell" data-label="Name">a</td>' in labelled
    assert 'data-label="Use &amp; cost">b' in labelled
    assert 'data-label="Value">c' in labelled
    assert labelled.startswith('<div class="wide"><table class="facts cards" role="table">')


def test_label_tables_does_not_box_a_table_twice() -> None:
    table = TABLE.replace("<table>", '<table class="facts">')
    boxed = f'<div class="wide">{table}</div>'
    assert label_tables(boxed).count('<div class="wide">') == 1
    assert label_tables(boxed).count("</div>") == 1


def test_label_tables_leaves_two_columns_and_questions_alone() -> None:
    narrow = TABLE.replace("<th>Name</th>", "").replace("<td>a</td>", "")
    assert label_tables(narrow) == narrow
    question = f"<exam-question>{TABLE}</exam-question>"
    assert label_tables(question) == question
