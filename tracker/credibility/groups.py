"""Things joined pair by pair, as the groups they form."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

Member = TypeVar("Member", bound=Hashable)


def groups(
    members: Iterable[Member], pairs: Iterable[tuple[Member, Member]]
) -> tuple[tuple[Member, ...], ...]:
    """Return the connected components of ``members`` under ``pairs``.

    Groups come in the order of their first members, members in the order given. A pair with an
    end that is no member joins nothing.
    """
    leader = {member: member for member in members}

    def find(member: Member) -> Member:
        while leader[member] != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    for one, other in pairs:
        if one in leader and other in leader:
            leader[find(one)] = find(other)
    found: dict[Member, list[Member]] = {}
    for member in leader:
        found.setdefault(find(member), []).append(member)
    return tuple(map(tuple, found.values()))
