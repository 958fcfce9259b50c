"""The match index on the server: written with each commit, or taken in afterwards.

``tracker_terms`` says which claims hold a term, ``tracker_frequencies`` how many do, and
``tracker_texts`` what each claim is made of. The three always agree with one another; the head
says up to which commit they follow the history. A commit that finds them behind leaves them so.
"""

from collections import Counter
from collections.abc import Mapping

from attrs import define, field

from tracker.matching.terms import TERMS, TextTerms, text_terms
from tracker.model import ChangeSet, Claim, ClaimState, Entity
from tracker.store.shared.keys import key_of
from tracker.store.shared.server import Connection
from tracker.store.shared.statements import Statements


def reaches(sequence: int, *, matched_to: int, matched_by: int) -> bool:
    """Return whether the index of this version follows the history up to ``sequence``.

    An empty database has an index, which is empty, too.
    """
    return matched_to == sequence and (matched_by == TERMS or not sequence)


def terms_of(entity: Entity | None) -> TextTerms | None:
    """Return what the index holds of a record: nothing of one that is no claim, or rejected."""
    if not isinstance(entity, Claim) or entity.state is ClaimState.REJECTED:
        return None
    return text_terms(entity.statement)


@define
class TermChanges:
    """What becomes of the index, claim by claim.

    Attributes:
        gone: what was held of claims whose terms change.
        come: what is held of them from now on.
    """

    gone: dict[str, TextTerms] = field(factory=dict)
    come: dict[str, TextTerms] = field(factory=dict)

    def put(self, claim_id: str, before: TextTerms | None, after: TextTerms | None) -> None:
        """Take note of what a claim was made of and is made of; None for nothing."""
        if before == after:
            return
        if before is not None:
            self.gone[claim_id] = before
        if after is not None:
            self.come[claim_id] = after

    def add_to(self, statements: Statements) -> None:
        """Add the statements that bring the tables to what is held from now on.

        The lists of each go as arrays: the server is asked once, however many they are.
        """
        if not self.gone and not self.come:
            return
        if self.gone:
            self._remove(statements)
        if self.come:
            self._insert(statements)
        moved = self._moved()
        terms = sorted(moved)
        statements.add(
            "INSERT INTO tracker_frequencies (term, held)"
            " SELECT * FROM unnest(%s::text[], %s::bigint[])"
            " ON CONFLICT (term) DO UPDATE SET held = tracker_frequencies.held + excluded.held",
            list(map(key_of, terms)),
            [moved[term] for term in terms],
        )
        if self.gone:
            left = [key_of(term) for term in terms if moved[term] < 0]
            statements.add(
                "DELETE FROM tracker_frequencies WHERE held = 0 AND term = ANY(%s)", left
            )

    def _remove(self, statements: Statements) -> None:
        terms, claims = _columns(self.gone)
        statements.add(
            "DELETE FROM tracker_terms t USING unnest(%s::text[], %s::text[]) AS gone (term, claim)"
            " WHERE t.term = gone.term AND t.claim = gone.claim",
            terms,
            claims,
        )
        statements.add("DELETE FROM tracker_texts WHERE claim = ANY(%s)", list(self.gone))

    def _insert(self, statements: Statements) -> None:
        terms, claims = _columns(self.come)
        statements.add(
            "INSERT INTO tracker_terms (term, claim) SELECT * FROM unnest(%s::text[], %s::text[])",
            terms,
            claims,
        )
        statements.add(
            "INSERT INTO tracker_texts (claim, size, writing, stems)"
            " SELECT * FROM unnest(%s::text[], %s::int[], %s::int[], %s::text[])",
            list(self.come),
            [max(1, terms.size) for terms in self.come.values()],
            [int(terms.writing) for terms in self.come.values()],
            [" ".join(terms.stems) for terms in self.come.values()],
        )

    def _moved(self) -> Mapping[str, int]:
        moved: Counter[str] = Counter()
        for terms in self.come.values():
            moved.update(terms.counted)
        for terms in self.gone.values():
            moved.subtract(terms.counted)
        return {term: count for term, count in moved.items() if count}


def _columns(held: Mapping[str, TextTerms]) -> tuple[list[str], list[str]]:
    """Return the posted terms and the claims that hold them, in the order of the table's key."""
    rows = sorted((key_of(term), claim) for claim, terms in held.items() for term in terms.posted)
    return [term for term, _ in rows], [claim for _, claim in rows]


def term_changes(changeset: ChangeSet) -> TermChanges:
    """Return what a change set does to the index."""
    found = TermChanges()
    for change in changeset.changes:
        if change.kind == "claims" and _reads_otherwise(change.before, change.after):
            found.put(change.entity.id, terms_of(change.before), terms_of(change.after))
    return found


def _reads_otherwise(before: Entity | None, after: Entity | None) -> bool:
    """Return whether the index may have to change: most edits of a claim leave its words alone."""
    if not isinstance(before, Claim) or not isinstance(after, Claim):
        return True
    return before.statement != after.statement or before.state is not after.state


def held_terms(connection: Connection, claims: list[str]) -> dict[str, TextTerms]:
    """Return what the index holds of the claims with these identifiers."""
    found = connection.execute(
        "SELECT claim, stems FROM tracker_texts WHERE claim = ANY(%s)", (claims,)
    )
    return {claim: TextTerms(tuple(stems.split())) for claim, stems in found}
