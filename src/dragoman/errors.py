"""The error tree. Each message is one sentence that names the place and says what to do.

DragomanError
├── InputError      a text, file, row or address that cannot be read
├── DataError       a slip in a lexicon or table, named by file, entry and field
├── SettingsError   a slip in dragoman.toml or an option
└── EngineError     the language engine is missing or broken
"""


class DragomanError(Exception):
    """Base of all errors that a user can cause or mend."""


class InputError(DragomanError):
    """A text, file, row or address that cannot be read."""


class DataError(DragomanError):
    """A slip in a lexicon or table."""


class SettingsError(DragomanError):
    """A slip in the settings or an option."""


class EngineError(DragomanError):
    """The language engine is missing or does not load."""
