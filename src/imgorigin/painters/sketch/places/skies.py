"""High in the sky, above the clouds."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.sky import cloud, paint_sky
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects


def paint(stage: Stage) -> None:
    paint_sky(stage, stage.h, clouds=False)
    with stage.layer("far-clouds") as rng:
        for _ in range(int(stage.w * stage.h / 260_000) + 2):
            x, y, size = rng.between(0, stage.w), stage.h * rng.between(0.08, 0.6), rng.between(60, 130)
            behind = stage.sky_at(y / stage.h)
            color = palette.mix(behind, _bright(stage, y), 0.55)
            cloud(stage, rng, x, y, size, color=color, behind=behind)
    middle = stage.h * 0.46
    spot = Spot(ground=middle + 220, size=460, air=middle, shadow=False, busts=False, tall=stage.h * 0.7)
    put_subjects(stage, spot)
    with stage.layer("sea-of-clouds") as rng:
        for bank in range(3):
            y = stage.h - 120 + 70 * bank
            color = palette.mix(_bright(stage, y), stage.sky_at(1), 0.32 - 0.13 * bank)
            behind = palette.mix(stage.sky_at(1), _bright(stage, y), 0.55)
            for index in range(int(stage.w / 190) + 2):
                x = index * 190 + rng.spread(60)
                cloud(stage, rng, x, y + rng.spread(16), rng.between(150, 230), color=color, behind=behind)


def _bright(stage: Stage, y: float) -> str:
    """The colour of sunlit clouds at that height."""
    light = stage.light
    lit = light.sun if light.low or light.dark else palette.WHITE
    return palette.mix(stage.sky_at(y / stage.h), lit, 0.6)


SKY = Place(
    name="sky",
    paint=paint,
    words="sky skies clouds cloudscape flying soaring airborne in_flight heaven above_the_clouds",
    phrase="in the sky",
    alone="clouds in the sky",
)
