"""What people and groups look like: a small picture for each chat."""

from wadesk.domain.ids import ChatId, SlotId
from wadesk.domain.message import Chat
from wadesk.domain.requests import Picture
from wadesk.store.account import pictures
from wadesk.store.account.values import PictureDue
from wadesk.store.encrypted import Database
from wadesk.wire.engine_frames import Peer, ProfilePicture


class Looks:
    """Keeps the pictures of a slot's chats, and says which to ask for next."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def get_picture(self, slot_id: SlotId, chat_id: ChatId) -> Picture:
        """The picture that is kept; NotFound ``no_chat``."""
        with self._database.reading() as sql:
            return pictures.get(sql, slot_id, chat_id)

    def next_due(self, slot_id: SlotId, now_ms: int) -> PictureDue | None:
        """The newest listed chat of the slot's present number whose picture is to be asked for."""
        with self._database.reading() as sql:
            return pictures.next_due(sql, slot_id, now_ms)

    def keep(self, slot_id: SlotId, chat_id: ChatId, found: ProfilePicture | None, now_ms: int) -> Chat | None:
        """What came of asking (None: nothing, as before); the chat's row where another picture is to be shown."""
        with self._database.writing() as sql:
            return pictures.keep(sql, slot_id, chat_id, found, now_ms)

    def note_change(self, slot_id: SlotId, who: Peer, removed: bool) -> list[Chat]:
        """A picture is another one (to be asked for again) or gone; the rows that changed by it."""
        with self._database.writing() as sql:
            return pictures.note_change(sql, slot_id, who, removed)
