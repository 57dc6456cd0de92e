"""Questions on a page: one, or all that name a page."""

from macros.calls.base import Macros, macro
from macros.errors import MacroError, require
from macros.pages.addresses import edit_url, report_url
from macros.questions.entry import Entry
from macros.rendering.blocks import Place, placeholder
from macros.rendering.questions import Section, Surroundings, render_answer_key, render_question, render_summary


class Quizzes(Macros):
    """The macros that show questions, and the blocks that take the places which they leave."""

    @macro
    def quiz(self, of: str) -> str:
        """Return every question that names a page, easy ones first; above the first of them the reader's progress."""
        require(of, self.bank.pages.paths, "page")
        entries = self.bank.on_page(of)
        if not entries:
            raise MacroError(f"quiz({of!r}): no question names this page yet; leave the macro out until one does")
        summary = [] if self.page.has_summary else [render_summary(len(entries), self.language, self.page.stylesheet())]
        self.page.has_summary = True
        places = dict(self._placed(entry) for entry in entries)
        self._print_key()
        return "\n\n".join([*summary, placeholder(places)])

    @macro
    def question(self, question_id: str) -> str:
        """Return one question by its id, whatever page it belongs to."""
        require(question_id, self.bank.entries, "question")
        places = dict([self._placed(self.bank.entries[question_id])])
        self._print_key()
        return placeholder(places)

    def block(self, place: Place, domain: str = "") -> str:
        """Return the HTML of a question that a built page has a placeholder for, with its domain in the first exam."""
        entry = self.bank.entries[place.question_id]
        around = Surroundings(
            section=self._section(entry),
            formerly=self.bank.formerly(entry.id) if place.anchor == entry.id else (),
            report_url=report_url(self.repo_url, entry.id, self.language) if self.repo_url else "",
            edit_url=edit_url(self.repo_url, entry.label) if self.repo_url else "",
            domain=domain,
            stylesheet=self.page.stylesheet() if place.brings_style else "",
            anchor=place.anchor,
        )
        return render_question(entry, self.language, place.number, around)

    def _placed(self, entry: Entry) -> tuple[Place, tuple[str, ...]]:
        """Return where a question is on the page, and the ids that it had before."""
        self._section(entry)  # what is wrong with it is said here, where a page and a line are known
        earlier = sum(entry is other for other in self.page.questions.values())
        anchor = f"{entry.id}--{earlier + 1}" if earlier else entry.id
        self.page.questions[anchor] = entry
        place = Place(entry.id, len(self.page.questions), anchor, brings_style=bool(self.page.stylesheet()))
        return place, () if earlier else self.bank.formerly(entry.id)

    def _print_key(self) -> None:
        """Leave the key and the count of the questions so far in the front matter, where the theme finds them."""
        self.page.meta["answer_key"] = render_answer_key(self.page.questions, self.language)
        self.page.meta["question_count"] = len(self.page.questions)

    def _section(self, entry: Entry) -> Section | None:
        path, heading = entry.question.page_path, entry.question.heading
        if not heading:
            return None
        href = f"{self.page.link_to(path)}#{heading}" if path != self.page.path else f"#{heading}"
        return Section(href, self.title(path, heading))
