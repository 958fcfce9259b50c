"""The calls by which this program changes files, so that trials can get between them."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

WRITES = (
    "pwrite",
    "fsync",
    "fdatasync",
    "ftruncate",
    "replace",
    "link",
    "unlink",
    "mkdir",
    "open",
)

#: Is given the name of a call, the call itself, and its arguments; returns what the call does.
Step = Callable[[str, Callable[..., object], tuple[object, ...], dict[str, object]], object]


@contextmanager
def intercepted(step: Step) -> Iterator[None]:
    """Let ``step`` stand in for every call that changes a file."""
    real = {name: getattr(os, name) for name in WRITES}

    def standing_in(name: str) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            return step(name, real[name], args, kwargs)

        return call

    for name in WRITES:
        setattr(os, name, standing_in(name))
    try:
        yield
    finally:
        for name, call in real.items():
            setattr(os, name, call)


def counted(
    number: int, act: Callable[[str, Callable[..., object], tuple[object, ...]], None]
) -> Step:
    """Return a step that lets ``act`` come before the call of that number, and then makes it."""
    count = 0

    def step(
        name: str, real: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]
    ) -> object:
        nonlocal count
        count += 1
        if count == number:
            act(name, real, args)
        return real(*args, **kwargs)

    return step


def write_half(name: str, real: Callable[..., object], args: tuple[object, ...]) -> None:
    """Make the first half of a write; do nothing for other calls."""
    if name == "pwrite":
        descriptor, data, offset = args
        assert isinstance(data, bytes | memoryview)
        real(descriptor, bytes(data)[: len(data) // 2], offset)
