"""The grammar of number words, Arabic and English."""

from math import inf

from tracker.text.number_words import DUALS, PARTS, SCALES, UNITS


class Composer:
    """Puts a number together from words, as long as each next word can belong to it."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group = 0.0
        self.scale = inf

    @property
    def value(self) -> float:
        """The number so far."""
        return self.total + self.group

    def take(self, word: str, *, joined: bool) -> bool:
        """Add ``word`` and return True, or return False when it begins something else."""
        if word in PARTS:
            return self._take_part(PARTS[word], joined=joined)
        if word in DUALS:
            return self._take_dual(DUALS[word])
        if word in SCALES:
            return self._take_scale(SCALES[word])
        return self._take_unit(UNITS[word], joined=joined)

    def take_digits(self, value: float) -> bool:
        """Add digits after "and", and return whether they fit below the last scale."""
        fits = self.scale < inf and not self.group and value < self.scale
        self.group += value if fits else 0.0
        return fits

    def _take_part(self, part: float, *, joined: bool) -> bool:
        if not self.value:
            self.group = part
            return True
        if not joined:
            return False
        self.total += part * (1.0 if self.group or self.scale == inf else self.scale)
        return True

    def _take_dual(self, value: float) -> bool:
        if self.group or value >= self.scale:
            return False
        self.total, self.scale = self.total + value, value / 2
        return True

    def _take_scale(self, scale: float) -> bool:
        if scale == 100:
            if self.group >= 10 or self.group != int(self.group):
                return False
            self.group = (self.group or 1) * scale
            return True
        if scale >= self.scale:
            return False
        self.total += (self.group or 1) * scale
        self.group, self.scale = 0.0, scale
        return True

    def _take_unit(self, value: float, *, joined: bool) -> bool:
        rest = self.group % 100
        fits = (
            not self.group
            or (value == 10 and 1 <= rest <= 9 and not joined)
            or (value >= 20 and 1 <= rest <= 9 and joined and value < 100)
            or (value < 10 and rest >= 20 and rest % 10 == 0)
            or (value < 100 and rest == 0)
        )
        if fits:
            self.group += value
        return fits
