"""What stands for a place where a sign of it is asked for, a logo or an icon, and not its view: a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SIGNS: Final = frozenset({"logo", "logos", "logotype", "emblem", "emblems", "icon", "icons", "app_icon"})
"""Words that ask for one."""

_TABLE: Final = """
airport airplane            bakery croissant            beach palm_tree             bedroom bed
bathroom soap               building_site hammer        cafe coffee                 canal sailboat
cellar grapes               church church               classroom graduation_cap    clinic stethoscope
data_centre server          desert cactus               dining fork_and_knife       farm tractor
field sunflower             forest pine_tree            fruit_stall red_apple       gallery paintbrush
garage car                  garden tulip                gym barbell                 harbor anchor
home_office laptop          hilltop castle              ice snowflake               island palm_tree
jungle palm_tree            kitchen fork_and_knife      laboratory microscope       lake sailboat
lavender bouquet            library books               market red_apple            office laptop
mountains pine_tree
park oak_tree               playground kite             pool fish                   railway train
river canoe                 road car                    room couch                  salon scissors
savanna elephant            sea sailboat                shelf books                 shop shopping_bag
sky sun                     space rocket                stadium soccer_ball         stage_show guitar
street car                  table fork_and_knife        underwater fish             village house
vineyard grapes             wall paintbrush             warehouse package           wedding ring
wheat bread
"""

_WORDS: Final = _TABLE.split()
EMBLEMS: Final[Mapping[str, str]] = {
    place: words.replace("_", " ") for place, words in zip(_WORDS[::2], _WORDS[1::2], strict=True)
}
"""Place -> words of a thing that stands for it."""
