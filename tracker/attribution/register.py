"""The voices of one article: introduced, referred back to, never merged on a guess."""

from attrs import evolve, field, frozen, mutable

from tracker.attribution.voices import NUMBERS, Voice
from tracker.model import ProposedSource, SourceKind

_ALTERNATIVES = 3
_PRONOUN_OF = {
    SourceKind.NAMED_PERSON: "person_pronoun",
    SourceKind.ANONYMOUS_SINGLE: "person_pronoun",
    SourceKind.ANONYMOUS_PLURAL: "other_pronoun",
    SourceKind.ORGANISATION: "other_pronoun",
    SourceKind.DOCUMENT: "other_pronoun",
    SourceKind.OUTLET: "other_pronoun",
}


@frozen(kw_only=True)
class Link:
    """Which source a mention is proposed to name.

    Attributes:
        source_id: identifier within the proposal.
        anaphoric: whether the mention refers back.
        reasons: why, as ``code:detail``.
    """

    source_id: str
    anaphoric: bool = False
    reasons: tuple[str, ...] = ()


@mutable
class Register:
    """Sources in order of appearance. Look-ups are by word, so that its cost stays linear."""

    outlet: str
    sources: list[ProposedSource] = field(init=False)
    _by_group: dict[str, list[str]] = field(init=False, factory=dict)
    _by_stem: dict[str, str] = field(init=False, factory=dict)
    _voices: dict[str, Voice] = field(init=False, factory=dict)
    _last: dict[str, str] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.sources = [ProposedSource(id="s1", label=self.outlet, kind=SourceKind.OUTLET)]

    def link(self, voice: Voice, label: str, told: str) -> Link:
        """Return the source that ``voice`` names, introducing it where it is new.

        Args:
            voice: what the mention tells.
            label: how to call it when it is new.
            told: the name of the outlet that was told; empty when none was.
        """
        link = self._link(voice, label, told)
        self._complete(link.source_id, voice)
        if link.source_id in self._voices:
            self._last[_PRONOUN_OF[self._voices[link.source_id].kind]] = link.source_id
        return link

    def _complete(self, source_id: str, voice: Voice) -> None:
        """Take over what a later mention tells and the first did not."""
        index = int(source_id[1:]) - 1
        known = self.sources[index]
        reason = voice.anonymity_reason if known.kind.anonymous else ""
        self.sources[index] = evolve(
            known,
            anonymity_reason=known.anonymity_reason or reason,
            basis=known.basis or voice.basis,
        )

    def _link(self, voice: Voice, label: str, told: str) -> Link:
        if voice.group in self._last and voice.group.endswith("pronoun"):
            return Link(
                source_id=self._last[voice.group], anaphoric=True, reasons=("pronoun:nearest",)
            )
        if voice.kind.anonymous:
            return self._anonymous(voice, label, told)
        return self._known(voice, label)

    def _anonymous(self, voice: Voice, label: str, told: str) -> Link:
        if not voice.anaphoric:
            return self._introduce(voice, label, told, reasons=("introduced",))
        same = self._by_group.get(voice.group, [])
        if same:
            others = tuple(f"alternative:{one}" for one in same[-2 : -_ALTERNATIVES - 2 : -1])
            return self._again(same[-1], voice, ("anaphor", *others))
        candidates = self._other_number(voice)
        reasons = ("number_mismatch",) if candidates else ("definite_without_antecedent",)
        return self._introduce(voice, label, told, candidates, reasons)

    def _other_number(self, voice: Voice) -> tuple[str, ...]:
        """Return the voices of the same noun in another number, the nearest first."""
        noun, _, number = voice.group.rpartition("_")
        if number not in NUMBERS:
            return ()
        others = (self._by_group.get(f"{noun}_{one}", ()) for one in NUMBERS if one != number)
        found = sorted((one for group in others for one in group), key=lambda one: int(one[1:]))
        return tuple(reversed(found[-_ALTERNATIVES:]))

    def _known(self, voice: Voice, label: str) -> Link:
        if voice.anaphoric:
            same = self._by_group.get(voice.group, [])
            if same:
                return self._again(same[-1], voice, ("anaphor",))
        for candidate in dict.fromkeys(
            self._by_stem[stem] for stem in reversed(voice.stems) if stem in self._by_stem
        ):
            if self._names_same(self._voices[candidate], voice):
                return self._again(candidate, voice, ("same_name",))
        return self._introduce(voice, label, "", reasons=("introduced",))

    def _names_same(self, earlier: Voice, voice: Voice) -> bool:
        if earlier.kind is not voice.kind:
            return False
        old, new = set(earlier.stems), set(voice.stems)
        return bool(old and new) and (old <= new or new <= old)

    def _again(self, source_id: str, voice: Voice, reasons: tuple[str, ...]) -> Link:
        for group in (self._by_group.get(voice.group), self._by_group.get(self._group(source_id))):
            recent = group[-_ALTERNATIVES - 2 :] if group else []
            if group and source_id in recent:
                recent.remove(source_id)
                group[-_ALTERNATIVES - 2 :] = [*recent, source_id]
        return Link(source_id=source_id, anaphoric=True, reasons=reasons)

    def _group(self, source_id: str) -> str:
        return self._voices[source_id].group if source_id in self._voices else ""

    def _introduce(
        self,
        voice: Voice,
        label: str,
        told: str,
        candidates: tuple[str, ...] = (),
        reasons: tuple[str, ...] = (),
    ) -> Link:
        source_id = f"s{len(self.sources) + 1}"
        self.sources.append(
            ProposedSource(
                id=source_id,
                label=label,
                kind=voice.kind,
                outlet=(told or self.outlet) if voice.kind.anonymous else None,
                affiliation=voice.affiliation,
                candidate_same_as=candidates,
                role=voice.role,
                basis=voice.basis,
                anonymity_reason=voice.anonymity_reason,
            )
        )
        self._voices[source_id] = voice
        self._by_group.setdefault(voice.group, []).append(source_id)
        for stem in voice.stems:
            self._by_stem[stem] = source_id
        return Link(source_id=source_id, reasons=reasons)
