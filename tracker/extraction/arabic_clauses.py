"""Where a new claim begins inside an Arabic sentence.

The rule of the annotation guidelines (section 4): finite clauses joined by و or ف, the connectives
of the table, non-restrictive relative clauses, circumstantial participles, conjuncts of a charge.
Enumerations of like things stay whole.
"""

from collections.abc import Callable

from attrs import frozen

from tracker.extraction.arabic_lists import enumerations
from tracker.extraction.arabic_sharing import ArabicSharing
from tracker.extraction.connectives import Connectives
from tracker.extraction.pieces import Piece
from tracker.model import Span
from tracker.text.arabic import ArabicShapes, definite, has_pronoun, without_article
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import COMMAS, OPENING_QUOTES, STOPS, Words

#: A claim has at least so many words.
_SHORTEST = 2
_SHORTEST_CONJUNCT = 3
_SHORTEST_EVENT = 4
_BEFORE_ADVERBIAL = 3
_PARALLEL_WINDOW = 6
#: How far back a clause is searched; keeps a sentence without end linear.
_WINDOW = 60
#: Prepositions of one letter.
_PROCLITICS = "بل"
_AFTER = frozenset({"بعد", "قبل", "عقب"})
_CHARGE_ENDS = frozenset({"clause", "particle"})


@frozen(kw_only=True)
class ArabicClauses:
    """Finds clause boundaries; holds only tables."""

    connectives: Connectives
    shapes: ArabicShapes
    relative: PhraseList
    dual_relative: PhraseList
    charge: PhraseList
    charge_noun: PhraseList
    casualty: PhraseList
    charge_act: PhraseList
    preposition: PhraseList
    head: PhraseList
    time: PhraseList
    sharing: ArabicSharing

    @classmethod
    def of(cls, connectives: Connectives, lists: WordLists) -> "ArabicClauses":
        """Return the splitter that consults ``connectives`` and ``lists``."""
        return cls(
            connectives=connectives,
            shapes=ArabicShapes.of(lists),
            relative=lists.get("ar", "relative"),
            dual_relative=lists.get("ar", "dual_relative"),
            charge=lists.get("ar", "charge"),
            charge_noun=lists.get("ar", "charge_noun"),
            casualty=lists.get("ar", "casualty"),
            charge_act=lists.get("ar", "charge_act"),
            preposition=lists.get("ar", "preposition"),
            head=lists.get("ar", "organisation_head"),
            time=lists.get("ar", "time"),
            sharing=ArabicSharing.of(lists),
        )

    def boundaries(self, words: Words, regions: tuple[tuple[int, int], ...]) -> dict[int, str]:
        """Return the word indexes where a claim begins inside ``regions``, with the reason.

        Args:
            words: one sentence.
            regions: ranges of word indexes outside cues and names; each begins a claim anyway.
        """
        found: dict[int, str] = {}
        lists = enumerations(words, self.shapes)
        charge = False
        for start, end in regions:
            reader = _Region(self, words, start, end, lists, charge=charge)
            found.update(reader.read())
            charge = False
        return found

    def verbal(self, words: Words, start: int, end: int) -> bool:
        """Return whether a finite verb seems to stand in words ``start`` to ``end``."""
        forms = words.forms[start:end]
        return any(self.shapes.finite(f) or self.shapes.after_wa(f) or _feminine(f) for f in forms)

    def inserts(self, reason: str) -> bool:
        """Return whether what begins for ``reason`` may interrupt a clause between commas."""
        return reason.startswith(("clause:بما ", "relative:"))

    def complements(self, words: Words, index: int) -> bool:
        """Return whether a preposition stands at ``index``, alone or written with a noun."""
        form = words.form(index)
        return (
            form in self.preposition
            or form.startswith(("بال", "لل"))
            or (form[:1] in _PROCLITICS and self.shapes.masdar(form[1:]))
        )

    def shared(self, words: Words, piece: Piece, head: Piece) -> Span | None:
        """Return the place of the words of the claim ``head`` that ``piece`` is read with."""
        return self.sharing.shared(words, piece, head)


class _Region:
    """Reads one stretch between cues."""

    def __init__(
        self,
        rules: ArabicClauses,
        words: Words,
        start: int,
        end: int,
        lists: frozenset[int],
        *,
        charge: bool,
    ) -> None:
        self._rules, self._words = rules, words
        self._start, self._end = start, end
        self._lists, self._charge = lists, charge
        self._last = start
        self._first = next((i for i in range(start, end) if words.lexical(i)), end)
        self._tests: tuple[Callable[[int, bool], str], ...] = (
            self._connective,
            self._relative,
            self._verb,
            self._participle,
            self._charged,
            self._subject,
            self._event,
            self._parallel,
            self._after_event,
        )

    def read(self) -> dict[int, str]:
        """Return the boundaries of the stretch with their reasons."""
        found: dict[int, str] = {}
        index = self._start
        while index < self._end:
            if self._words.text(index) in "([" and index in self._words.closers:
                index = self._words.closers[index] + 1
                continue
            reason = self._reason(index) if self._words.lexical(index) else ""
            if reason:
                found[index] = reason
                self._last = index
            index += 1
        return found

    def _reason(self, index: int) -> str:
        words = self._words
        if words.form(index) in self._rules.charge_noun or self._rules.charge.at(words, index):
            self._charge = True
        if index <= self._first or index - self._last < _SHORTEST:
            return ""
        comma = words.text(index - 1) in COMMAS | STOPS
        for test in self._tests:
            reason = test(index, comma)
            if reason:
                return "" if self._listed(index, reason) else reason
        return ""

    def _listed(self, index: int, reason: str) -> bool:
        return index in self._lists and not reason.startswith(("verb", "subject"))

    def _connective(self, index: int, comma: bool) -> str:
        found = self._rules.connectives.at("ar", self._words, index, comma=comma)
        if found is None:
            return ""
        connective = found[0]
        if connective.kind == "none":
            return ""
        if connective.kind == "adverbial" and index - self._last < _BEFORE_ADVERBIAL:
            return ""
        if connective.kind in _CHARGE_ENDS and connective.words != "وذلك":
            self._charge = False
        return f"clause:{connective.words}"

    def _relative(self, index: int, comma: bool) -> str:
        form = self._words.form(index)
        bare = form[1:] if form.startswith("و") else form
        if bare in self._rules.dual_relative:
            return f"relative:{form}"
        return f"relative:{form}" if comma and bare in self._rules.relative else ""

    def _verb(self, index: int, comma: bool) -> str:
        form, shapes = self._words.form(index), self._rules.shapes
        if shapes.after_wa(form):
            self._charge = False
            return f"verb:{form}"
        purpose = form[:1] == "ل" and shapes.imperfect(form[1:])
        # What a cue opens is a clause before it has a verb (``أن المنطقة آمنة، يشكو السكان``).
        whole = self._start > 0 or self._has_verb(index)
        opens = comma and (purpose or (self._bare_verb(index) and whole))
        return f"verb:{form}" if opens else ""

    def _bare_verb(self, index: int) -> bool:
        """Whether a verb that nothing joins stands there (``، يملك شقيقه نصفها``)."""
        words, rules = self._words, self._rules
        form = words.form(index)
        if form in rules.preposition or rules.time.at(words, index):
            return False
        if form in rules.shapes.verbs:
            return True
        return rules.shapes.imperfect(form) and words.lexical(index + 1)

    def _has_verb(self, index: int) -> bool:
        """Whether the claim that would end here already has a verb of its own."""
        shapes = self._rules.shapes
        forms = self._words.forms[max(self._last, index - _WINDOW) : index]
        return any(
            shapes.finite(form) or shapes.after_wa(form) or _feminine(form) for form in forms
        )

    def _participle(self, index: int, comma: bool) -> str:
        form = self._words.form(index)
        opens = comma and self._rules.shapes.circumstantial(self._words.text(index), form)
        return f"participle:{form}" if opens else ""

    def _charged(self, index: int, _comma: bool) -> str:
        """A conjunct of a charge: ``بتهمة التواطؤ ... وتسهيل حصوله``."""
        form = self._words.form(index)
        if not self._charge or not form.startswith("و"):
            return ""
        if definite(form):  # ``والاتجار بالمخدرات``
            ruled = self._words.form(index + 1).startswith(("ب", "في", "مع"))
            masdar = self._rules.shapes.masdar(without_article(form))
            return f"charge:{form}" if masdar and ruled else ""
        masdar = self._rules.shapes.masdar(form[1:])
        after = self._words.form(index + 1)
        own = has_pronoun(form) or has_pronoun(after) or form[1:] in self._rules.charge_act
        if (masdar and own) or (not masdar and self._run(index) >= _SHORTEST_CONJUNCT):
            return f"charge:{form}"
        return ""

    def _subject(self, index: int, _comma: bool) -> str:
        """``والأخير يعتقل``: و, a definite noun and an imperfect verb."""
        form, shapes = self._words.form(index), self._rules.shapes
        verb = self._words.form(index + 1)
        named = form.startswith("وال") or (form[:1] == "و" and form[1:] in self._rules.head)
        if named and shapes.imperfect(verb) and not verb.endswith("ة"):
            return f"subject:{form}"
        return ""

    def _event(self, index: int, _comma: bool) -> str:
        """A second event named by a verbal noun: ``تمكنت من شن هجوم واختراق موقع``."""
        form = self._words.form(index)
        at = index
        if form == "و" and self._words.text(index + 1) in OPENING_QUOTES:
            at, form = index + 2, "و" + self._words.form(index + 2)
        if not form.startswith("و") or not self._rules.shapes.masdar(form[1:]):
            return ""
        counted = self._casualty(index)
        if not counted and not has_pronoun(form) and self._run(at) < _SHORTEST_EVENT:
            return ""
        return f"event:{form}" if self._run(at) >= _SHORTEST and self._has_event(index) else ""

    def _casualty(self, index: int) -> bool:
        """Whether the dead or the wounded are told of a second time: ``مقتل ستة وإصابة آخرين``."""
        listed, form = self._rules.casualty, self._words.form(index)[1:]
        before = self._words.forms[max(self._last, index - _WINDOW) : index]
        paired = self._run(index) >= _SHORTEST_CONJUNCT or any(one in listed for one in before)
        return form in listed and paired

    def _has_event(self, index: int) -> bool:
        shapes = self._rules.shapes
        return any(
            shapes.masdar(bare) or shapes.masdar(bare[1:])
            for form in self._words.forms[max(self._last, index - _WINDOW) : index]
            for bare in (without_article(form),)
        )

    def _parallel(self, index: int, comma: bool) -> str:
        """The head noun said again: ``من طرف "قسد" وطرف النظام``."""
        form = self._words.form(index)
        if comma or not form.startswith("و") or len(form) <= _SHORTEST_CONJUNCT:
            return ""
        before = self._words.forms[max(self._last, index - _PARALLEL_WINDOW) : index]
        return f"parallel:{form}" if form[1:] in before and self._run(index) > 1 else ""

    def _after_event(self, index: int, _comma: bool) -> str:
        """``بعد تعرض مواقعها لعملية``: an event after which, or because of which."""
        form = self._words.form(index)
        if form not in _AFTER or index - self._last < _SHORTEST_EVENT:
            return ""
        event = self._rules.shapes.masdar(self._words.form(index + 1))
        return f"after:{form}" if event and self._run(index) >= _SHORTEST_EVENT else ""

    def _run(self, index: int) -> int:
        """Return how many words follow up to the next comma or stop, four at most."""
        count = 0
        for at in range(index, min(self._end, index + 3 * _SHORTEST_EVENT)):
            if self._words.text(at) in COMMAS or self._words.text(at) in STOPS:
                break
            count += self._words.lexical(at)
        return min(count, _SHORTEST_EVENT)


def _feminine(form: str) -> bool:
    return len(form) > _SHORTEST_CONJUNCT and form.endswith("ت") and not form.endswith("ات")
