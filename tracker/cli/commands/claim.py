"""``tracker claim``: every decision on a claim that the screens can make."""

import click

from tracker.cli.command import Command, CommandGroup
from tracker.cli.commands.sources import KINDS
from tracker.cli.invocation import Invocation, pass_invocation

_NAMES = (
    "accept",
    "reject",
    "reopen",
    "split",
    "merge",
    "span",
    "share",
    "add",
    "reword",
    "gloss",
    "note",
    "link",
)
#: Those about the words that a claim holds, and where they are.
_OF_WORDS = ("span", "share", "add")
_WORDS = "tracker.cli.commands.claim_words"


@click.group(
    name="claim",
    cls=CommandGroup,
    members={
        name: f"{_WORDS if name in _OF_WORDS else __name__}:{name}_command" for name in _NAMES
    },
)
def command() -> None:
    """Decide on claims: accept, reject, split, merge, adjust, reword, link to a source."""


def _decide(invocation: Invocation, claims: tuple[str, ...], state: str) -> None:
    from tracker.cli.reporting import editing
    from tracker.model import Claim, ClaimState
    from tracker.services.reading import find_one
    from tracker.services.reviewing import decide

    with editing(invocation) as session:
        ids = [find_one(session.store, Claim, claim).id for claim in claims]
        decide(session, tuple(dict.fromkeys(ids)), ClaimState(state))


@click.command(
    name="accept",
    cls=Command,
    writes=True,
    examples=("tracker claim accept clm_4t9", "tracker claim accept clm_4t9 clm_81k --dry-run"),
)
@click.argument("claims", metavar="CLAIM...", nargs=-1, required=True)
@pass_invocation
def accept_command(invocation: Invocation, *, claims: tuple[str, ...]) -> None:
    """Accept claims as split and linked, in one edit."""
    _decide(invocation, claims, "accepted")


@click.command(name="reject", cls=Command, writes=True, examples=("tracker claim reject clm_4t9",))
@click.argument("claims", metavar="CLAIM...", nargs=-1, required=True)
@pass_invocation
def reject_command(invocation: Invocation, *, claims: tuple[str, ...]) -> None:
    """Reject claims: they state nothing that can be checked. They stay on record."""
    _decide(invocation, claims, "rejected")


@click.command(name="reopen", cls=Command, writes=True, examples=("tracker claim reopen clm_4t9",))
@click.argument("claims", metavar="CLAIM...", nargs=-1, required=True)
@pass_invocation
def reopen_command(invocation: Invocation, *, claims: tuple[str, ...]) -> None:
    """Make claims proposals again."""
    _decide(invocation, claims, "proposed")


@click.command(
    name="split",
    cls=Command,
    writes=True,
    examples=(
        "tracker claim split clm_4t9 --before 'فيما فر'",
        "tracker claim split clm_4t9 --at 512",
    ),
)
@click.argument("claim", metavar="CLAIM")
@click.option("--at", "offset", type=int, help="Offset of the second claim's first character.")
@click.option("--before", "words", metavar="WORDS", help="The second claim's first words.")
@pass_invocation
def split_command(
    invocation: Invocation, *, claim: str, offset: int | None, words: str | None
) -> None:
    """Part a claim in two; the first part keeps its identity."""
    from tracker.cli.placing import offset_of
    from tracker.cli.reporting import editing
    from tracker.model import Article, Claim
    from tracker.services.reading import find_one
    from tracker.services.reviewing import split_claim

    if (offset is None) == (words is None):
        raise click.UsageError("Say where to split: either --at OFFSET or --before WORDS.")
    with editing(invocation) as session:
        found = find_one(session.store, Claim, claim)
        text = session.store.get(Article, found.article_id).text
        cut = offset if offset is not None else offset_of(text, found, words or "")
        split_claim(session, found.id, cut)


@click.command(name="merge", cls=Command, writes=True, examples=("tracker claim merge clm_4t9",))
@click.argument("claim", metavar="CLAIM")
@pass_invocation
def merge_command(invocation: Invocation, *, claim: str) -> None:
    """Join a claim with the next one of its article."""
    from tracker.cli.reporting import editing
    from tracker.model import Claim
    from tracker.services.reading import find_one
    from tracker.services.reviewing import merge_with_next

    with editing(invocation) as session:
        merge_with_next(session, find_one(session.store, Claim, claim).id)


def _annotate(invocation: Invocation, claim: str, field: str, text: str) -> None:
    from tracker.cli.reporting import editing
    from tracker.model import Claim
    from tracker.services.reading import find_one
    from tracker.services.reviewing import annotate

    with editing(invocation) as session:
        found = find_one(session.store, Claim, claim).id
        annotate(
            session,
            found,
            wording=text if field == "wording" else None,
            gloss=text if field == "gloss" else None,
            note=text if field == "note" else None,
        )


@click.command(
    name="reword",
    cls=Command,
    writes=True,
    examples=("tracker claim reword clm_4t9 'اعتُقل 15 شخصاً'", "tracker claim reword clm_4t9 ''"),
)
@click.argument("claim", metavar="CLAIM")
@click.argument("text", metavar="WORDING")
@pass_invocation
def reword_command(invocation: Invocation, *, claim: str, text: str) -> None:
    """Give a claim a plain wording; an empty one takes it away. The quote stays."""
    _annotate(invocation, claim, "wording", text)


@click.command(
    name="gloss",
    cls=Command,
    writes=True,
    examples=("tracker claim gloss clm_4t9 'Fifteen people were arrested'",),
)
@click.argument("claim", metavar="CLAIM")
@click.argument("text", metavar="GLOSS")
@pass_invocation
def gloss_command(invocation: Invocation, *, claim: str, text: str) -> None:
    """Say in a second language what a claim states; an empty gloss takes it away."""
    _annotate(invocation, claim, "gloss", text)


@click.command(
    name="note",
    cls=Command,
    writes=True,
    examples=("tracker claim note clm_4t9 'The agency has 20, not 15'",),
)
@click.argument("claim", metavar="CLAIM")
@click.argument("text", metavar="NOTE")
@pass_invocation
def note_command(invocation: Invocation, *, claim: str, text: str) -> None:
    """Put a remark beside a claim; an empty one takes it away."""
    _annotate(invocation, claim, "note", text)


@click.command(
    name="link",
    cls=Command,
    writes=True,
    examples=(
        "tracker claim link clm_4t9 clm_81k --to src_3q8",
        "tracker claim link clm_4t9 --as-before",
        "tracker claim link clm_4t9 --new 'مصدر عسكري' --kind anonymous_single",
    ),
)
@click.argument("claims", metavar="CLAIM...", nargs=-1, required=True)
@click.option("--to", "source", metavar="SOURCE", help="A known source, by identifier or name.")
@click.option("--as-before", is_flag=True, help="The source of the claim before it.")
@click.option("--new", "label", metavar="LABEL", help="A new source, as the article words it.")
@click.option("--kind", type=KINDS, help="What kind of voice the new source is.")
@pass_invocation
def link_command(
    invocation: Invocation,
    *,
    claims: tuple[str, ...],
    source: str | None,
    as_before: bool,
    label: str | None,
    kind: str | None,
) -> None:
    """Link claims to the source that says so."""
    from tracker.cli.reporting import editing
    from tracker.model import Claim, SourceKind
    from tracker.services.linking import link_as_before, link_new_source, link_source
    from tracker.services.reading import find_one, find_source

    if sum((source is not None, as_before, label is not None)) != 1:
        raise click.UsageError("Say who: one of --to SOURCE, --as-before or --new LABEL.")
    if (label is None) != (kind is None):
        raise click.UsageError("A new source needs both --new LABEL and --kind.")
    with editing(invocation) as session:
        found = [find_one(session.store, Claim, claim) for claim in claims]
        ids = tuple(dict.fromkeys(claim.id for claim in found))
        if as_before:
            for claim_id in ids:
                link_as_before(session, claim_id)
        elif source is not None:
            link_source(session, ids, find_source(session.store, source).id)
        elif label is not None:
            link_new_source(session, ids, SourceKind(kind), label)
