"""One module a screen, its styles beside it.

To add a screen: write its commands in ``presenters/commands/NAME.py`` and list them and the
screen in ``presenters/commands/__init__.py``; its state in ``presenters/NAME.py``; then a
:class:`~tracker.tui.keyed.KeyedScreen` here with one ``action_…`` method per command, which calls
the presenter and draws what it returns, and ``NAME.tcss``. Bindings, key bar, palette, help and
``docs/keys.md`` follow from the registry.
"""
