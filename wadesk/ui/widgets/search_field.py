"""A field to search in, with its glass at the left."""

from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.fields import LineField


class SearchField(LineField):
    """``name`` is its placeholder and its spoken name."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name, hint=name, icon="search")
        self.setClearButtonEnabled(True)
