"""The screens. Only this package knows Textual."""
