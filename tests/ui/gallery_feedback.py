"""Banners, toasts, empty states, dialogs and menus on one sheet."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.gallery import Sheet, put_in, row
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.banner import Banner, BannerArea, Notice
from wadesk.ui.widgets.dialog import Dialog
from wadesk.ui.widgets.empty_state import EmptyState
from wadesk.ui.widgets.error_dialog import ErrorDialog
from wadesk.ui.widgets.fields import LineField
from wadesk.ui.widgets.popup_menu import PopupMenu
from wadesk.ui.widgets.toasts import Toast


def feedback(theme: Theme) -> Sheet:
    """Banners, toasts, empty states, dialogs, menus: screen 10c."""
    sheet = Sheet(theme, "page")
    sheet.add_column(
        ("Faixas", list(_banners(theme))), ("Avisos rápidos", list(_toasts(theme))), ("Estados vazios", _empty(theme))
    )
    sheet.add_column(("Diálogos", list(dialogs(theme, sheet))))
    sheet.add_column(("Menus", [message_menu(theme, sheet), slot_menu(theme, sheet)]))
    return sheet


def _banners(theme: Theme) -> Iterator[QWidget]:
    notices = [
        Notice("n", "warn", "wifi-off", "Sem internet.", "As mensagens esperam e saem quando a conexão voltar."),
        Notice("d", "danger", "unlink", "2 Sinistros foi desconectado.", "O celular encerrou a sessão.", "Conectar"),
        Notice("i", "info", "download", "Baixando conversas.", "1.240 de 3.100. Você já pode trabalhar."),
        Notice("o", "ok", "circle-check", "Backup concluído.", "Conferido depois de gravar, às 12h03."),
    ]
    for notice in notices:
        banner = Banner(theme)
        banner.show_notice(notice)
        banner.setFixedWidth(theme.px(430))
        yield banner
    area = BannerArea(theme)
    area.show_notices(notices[:3])
    area.setFixedWidth(theme.px(430))
    yield area


def _toasts(theme: Theme) -> Iterator[QWidget]:
    for tone, words, act in (
        ("ok", "Conversa arquivada", "Desfazer"),
        ("info", "Novo código pronto para 2 Recepção", ""),
        ("danger", "Mensagem não saiu de 2 Encomendas", "Ver"),
    ):
        toast = Toast(theme, tone, words, act)
        toast.fit()
        yield toast


def _empty(theme: Theme) -> list[QWidget]:
    first = EmptyState(theme, "message-square", "Escolha uma conversa", "As mensagens aparecem aqui, com o número.")
    second = EmptyState(theme, "search", "Nada com “bolo de rolo”", "Procurei só em Padaria.", "Procurar em todas")
    for state in (first, second):
        state.setFixedSize(theme.px(210), theme.px(170))
    return [row(theme, first, second)]


def dialogs(theme: Theme, parent: QWidget) -> Iterator[QWidget]:
    """The destructive, the simple and the error dialog, inside ``parent`` as if they were no windows."""
    deletes = Dialog(
        theme,
        parent,
        "Apagar a conta Bem-Me-Quer Flores?",
        act="Apagar conta",
        cancel="Cancelar",
        kind="danger",
        icon="trash-2",
    )
    deletes.add_text("Saem deste computador 1 número, 86 conversas e 4 lembretes. Não dá para desfazer.")
    deletes.body.addWidget(LineField(theme, "Iniciais"))
    deletes.act.setEnabled(False)
    logs_out = Dialog(theme, parent, "Desconectar 3 Entregas?", act="Desconectar", cancel="Cancelar", kind="dangerLine")
    logs_out.add_text("O celular sai de Dispositivos conectados. As conversas ficam aqui.")
    put_in(logs_out.safe, "Focus")
    sentence = "Outro programa está usando os arquivos. Feche o outro programa e tente de novo."
    error = ErrorDialog(theme, parent, "Não consegui abrir a pasta de 2 Peças", sentence, "code folder_busy, slot 32")
    for dialog in (deletes, logs_out, error):
        dialog.setWindowFlags(Qt.WindowType.Widget)
        yield dialog


def message_menu(theme: Theme, parent: QWidget) -> PopupMenu:
    """The menu of a message, its first row chosen."""
    menu = PopupMenu(theme, parent)
    first = menu.add_row("Responder", _nothing, icon="pencil", shortcut="R")
    menu.add_row("Copiar", _nothing, icon="copy", shortcut="Ctrl+C")
    menu.add_row("Corpo & alma", _nothing, icon="tag")
    menu.add_row("Dados da entrega", _nothing, icon="info", enabled=False)
    menu.add_row("Apagar…", _nothing, icon="trash-2", shortcut="Del", destructive=True)
    return _as_widget(menu, first)


def slot_menu(theme: Theme, parent: QWidget) -> PopupMenu:
    """The menu of a number, with its chip."""
    menu = PopupMenu(theme, parent)
    menu.head((3, "Entregas"), 1, "+55 11 99999-0013")
    menu.add_row("Abrir conversas", _nothing, icon="message-square")
    menu.add_row("Pausar", _nothing, icon="circle-pause")
    menu.add_row("Desconectar…", _nothing, icon="unlink", destructive=True)
    return _as_widget(menu, None)


def _as_widget(menu: PopupMenu, active: object) -> PopupMenu:
    menu.setWindowFlags(Qt.WindowType.Widget)
    if active is not None:
        menu.setActiveAction(active)  # type: ignore[arg-type]
    menu.setFixedSize(menu.sizeHint())
    return menu


def _nothing() -> None:
    """What the rows of a picture do."""
