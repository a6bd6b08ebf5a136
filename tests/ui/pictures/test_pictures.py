"""A picture of every screen, and of the main ones by pairs of theme, language, text size and width, each looked over.

Kept where ``WADESK_PICTURES`` says, to be laid beside the mock-ups.
"""

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.conftest import Run
from tests.ui.pictures import checks
from tests.ui.pictures.conftest import Camera, Look, floating, settled
from tests.ui.pictures.pairs import pairwise
from tests.ui.pictures.shots import LINK_SHOTS, MAIN, SHOTS, Shot

THEMES = [("light", False), ("dark", False), ("light", True)]
PAIRS = [
    (shot, Look(scheme, language, scale, width, contrast))
    for shot, (scheme, contrast), language, scale, width in pairwise(
        [MAIN, THEMES, ["pt-BR", "en", "es"], [1.0, 1.5], [680, 900, 1120, 1440]]
    )
]


def look_over(root: QWidget) -> list[str]:
    """Everything that is wrong with what a window, dialog or menu shows."""
    return [
        *(f"no room: {one}" for one in checks.without_room(root)),
        *(f"number cut: {one}" for one in checks.cut_numbers(root)),
        *(f"overlap: {one}" for one in checks.overlaps(root)),
        *(f"squeezed: {one}" for one in checks.squeezed(root)),
        *(f"no name: {one}" for one in checks.nameless(root)),
        *(f"small: {one}" for one in checks.small_targets(root)),
    ]


def take(run: Run, camera: Camera, shot: Shot, look: Look, name: str) -> list[str]:
    """Take the picture and look it over."""

    async def work() -> list[str]:
        with checks.elided_numbers() as cut:
            async with camera.window(shot, look) as seen:
                camera.keep(name, seen)
                found = [one for root in (seen.window, *floating(seen.window)) for one in look_over(root)]
        return [*found, *(f"painted number cut: {one}" for one in sorted(set(cut)))]

    wrong: list[str] = run(work())
    return wrong


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_a_screen_shows_everything_in_its_place(run: Run, camera: Camera, shot: Shot) -> None:
    assert take(run, camera, shot, Look(), shot.name) == []


def test_the_link_page_shows_every_standing_of_a_number(run: Run, camera: Camera) -> None:
    async def work() -> dict[str, list[str]]:
        wrong: dict[str, list[str]] = {}
        with checks.elided_numbers() as cut:
            async with camera.window(LINK_SHOTS[0], Look()) as seen:
                for shot in LINK_SHOTS:
                    await shot.show(seen)
                    await settled(seen)
                    camera.keep(shot.name, seen)
                    if found := look_over(seen.window) + cut:
                        wrong[shot.name] = found
                    cut.clear()
        return wrong

    assert run(work(), 90) == {}


@pytest.mark.parametrize(("shot", "look"), PAIRS, ids=[f"{shot.name}-{look}" for shot, look in PAIRS])
def test_a_screen_shows_everything_in_any_look(run: Run, camera: Camera, shot: Shot, look: Look) -> None:
    assert take(run, camera, shot, look, f"{shot.name}--{look}") == []
