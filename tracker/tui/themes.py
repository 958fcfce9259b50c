"""The colour themes that every word of the screens can be read in: dark, light, high contrast.

Each names its text colours itself: Textual works out its own against backgrounds that a drawn cell
does not know. Text keeps a contrast of 4.5 : 1 in ``dark`` and ``light`` and 7 : 1 in
``high-contrast``, frames and bars 3 : 1 (WCAG 2.2, success criteria 1.4.3, 1.4.6 and 1.4.11).
"""

from collections.abc import Mapping

from textual.theme import Theme

DEFAULT_THEME = "dark"


def _variables(
    text: Mapping[str, str], *, cursor: tuple[str, str], blurred: str, hand: str, bar: str
) -> dict[str, str]:
    """Return a theme's variables.

    Args:
        text: tone -> colour of its text.
        cursor: background and text of the row under the bar.
        blurred: background of that row where the keys go elsewhere.
        hand: background of the claim in hand.
        bar: the movable part of a scrollbar.
    """
    background, foreground = cursor
    return {
        **{f"text-{tone}": colour for tone, colour in text.items()},
        "block-cursor-background": background,
        "block-cursor-foreground": foreground,
        "block-cursor-blurred-background": blurred,
        "primary-muted": hand,
        "scrollbar": bar,
        "scrollbar-hover": bar,
        "scrollbar-active": bar,
        "input-cursor-background": text["primary"],
        "input-selection-background": hand,
    }


_DARK = Theme(
    name="dark",
    primary="#3d96e0",
    secondary="#5c7d99",
    accent="#ffa62b",
    warning="#ffd75f",
    error="#ff7a8c",
    success="#4ebf71",
    foreground="#e4e4e4",
    background="#121212",
    surface="#1c1c1c",
    panel="#242f38",
    boost="#262626",
    variables=_variables(
        {
            "accent": "#ffc473", "success": "#8ad4a1", "warning": "#ffe08a", "error": "#ffa0ac",
            "muted": "#b0b4b8", "primary": "#9ccfff", "disabled": "#9a9ea2",
        },
        cursor=("#1560a3", "#ffffff"), blurred="#27323c", hand="#173d5c", bar="#7a8691",
    ),
)  # fmt: skip

_LIGHT = Theme(
    name="light",
    primary="#1a5a91",
    secondary="#4a6b86",
    accent="#9a5300",
    warning="#7d6000",
    error="#b3243c",
    success="#1d6b38",
    foreground="#1a1a1a",
    background="#f6f6f4",
    surface="#ffffff",
    panel="#e2e6e9",
    boost="#ececea",
    dark=False,
    variables=_variables(
        {
            "accent": "#7f4300", "success": "#17592d", "warning": "#645000", "error": "#9c1a31",
            "muted": "#4f5357", "primary": "#124a7a", "disabled": "#5c6064",
        },
        cursor=("#1a5a91", "#ffffff"), blurred="#dbe3ea", hand="#cfe3f5", bar="#6d7a85",
    ),
)  # fmt: skip

_HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffd700",
    warning="#ffd700",
    error="#ff9e9e",
    success="#7dff9c",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    boost="#000000",
    variables=_variables(
        {
            "accent": "#ffd700", "success": "#7dff9c", "warning": "#fff29a", "error": "#ffb0b0",
            "muted": "#d8d8d8", "primary": "#8fd3ff", "disabled": "#c8c8c8",
        },
        cursor=("#ffffff", "#000000"), blurred="#303030", hand="#003a70", bar="#ffffff",
    ),
)  # fmt: skip

THEMES = (_DARK, _LIGHT, _HIGH_CONTRAST)
"""The themes, the standard one first."""
