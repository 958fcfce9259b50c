"""The voices of one article: introduced, referred back to, never merged on a guess."""

from attrs import field, frozen, mutable

from tracker.attribution.voices import Voice
from tracker.model import ProposedSource, SourceKind

_ALTERNATIVES = 3


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

    def __attrs_post_init__(self) -> None:
        self.sources = [ProposedSource(id="s1", label=self.outlet, kind=SourceKind.OUTLET)]

    def link(self, voice: Voice, via: str, told: str) -> Link:
        """Return the source that ``voice`` names, introducing it where it is new.

        Args:
            voice: what the mention tells.
            via: the words naming the outlet told, as written; empty when there are none.
            told: the name of that outlet.
        """
        if voice.kind.anonymous:
            return self._anonymous(voice, via, told)
        return self._known(voice)

    def _anonymous(self, voice: Voice, via: str, told: str) -> Link:
        if not voice.anaphoric:
            return self._introduce(voice, via, told, reasons=("introduced",))
        same = self._by_group.get(voice.group, [])
        if same:
            others = tuple(f"alternative:{one}" for one in same[-2 : -_ALTERNATIVES - 2 : -1])
            return self._again(same[-1], voice, ("anaphor", *others))
        candidates = self._other_number(voice)
        reasons = ("number_mismatch",) if candidates else ("definite_without_antecedent",)
        return self._introduce(voice, via, told, candidates, reasons)

    def _other_number(self, voice: Voice) -> tuple[str, ...]:
        other = {"source_singular": "source_plural", "source_plural": "source_singular"}
        return tuple(reversed(self._by_group.get(other.get(voice.group, ""), [])[-_ALTERNATIVES:]))

    def _known(self, voice: Voice) -> Link:
        if voice.anaphoric:
            same = self._by_group.get(voice.group, [])
            if same:
                return self._again(same[-1], voice, ("anaphor",))
        for candidate in dict.fromkeys(
            self._by_stem[stem] for stem in reversed(voice.stems) if stem in self._by_stem
        ):
            if self._names_same(self._voices[candidate], voice):
                return self._again(candidate, voice, ("same_name",))
        return self._introduce(voice, "", "", reasons=("introduced",))

    def _names_same(self, earlier: Voice, voice: Voice) -> bool:
        if earlier.kind is not voice.kind:
            return False
        old, new = set(earlier.stems), set(voice.stems)
        return bool(old and new) and (old <= new or new <= old)

    def _again(self, source_id: str, voice: Voice, reasons: tuple[str, ...]) -> Link:
        for group in (self._by_group.get(voice.group), self._by_group.get(self._group(source_id))):
            if group and source_id in group[-_ALTERNATIVES - 2 :] and group[-1] != source_id:
                group.remove(source_id)
                group.append(source_id)
        return Link(source_id=source_id, anaphoric=True, reasons=reasons)

    def _group(self, source_id: str) -> str:
        return self._voices[source_id].group if source_id in self._voices else ""

    def _introduce(
        self,
        voice: Voice,
        via: str,
        told: str,
        candidates: tuple[str, ...] = (),
        reasons: tuple[str, ...] = (),
    ) -> Link:
        source_id = f"s{len(self.sources) + 1}"
        self.sources.append(
            ProposedSource(
                id=source_id,
                label=f"{voice.label} {via}".strip(),
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
