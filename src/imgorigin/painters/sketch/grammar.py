"""The words between the things: where one is seen from another, how many there are, how large, what they do.

Tables, nothing else. `_` joins the words of a term.
"""

from __future__ import annotations

from typing import Final

RELATIONS: Final = {
    "beside": "beside besides next_to near by alongside close_to",
    "left": "left_of left_side_of",
    "right": "right_of right_side_of",
    "on": "on on_top_of atop upon onto perched_on resting_on crossing crosses mounted_on installed_on",
    "in": "in inside into within",
    "above": "above over hovering_over hovering_above floating_above floating_over flying_over flying_above",
    "under": "under below beneath underneath",
    "behind": "behind",
    "before": "in_front_of before",
    "riding": "riding rides ride",
    "holding": "holding holds carrying carries bringing drinking eating using reading flying_a "
    "playing_the playing_a kicking kicks dribbling",
    "with": "with having featuring walking_a walking_the walking_his walking_her making pouring "
    "serving petting hugging feeding",
    "wearing": "wearing wears dressed_in",
    "leaning": "leaning_on leaning_against leaning leans_on leans_against",
    "chasing": "chasing chases following follows running_after pulling towing",
    "around": "around round surrounding circling gathered_around sitting_around",
    "facing": "looking_at watching facing looks_at",
    "of": "of",
}
"""What is before the word, seen from what is after it."""

NUMBERS: Final = {
    "1": "one single lone solitary",
    "2": "two pair couple_of pair_of both twin twins",
    "3": "three trio trio_of some several few many",
    "4": "four",
    "5": "five lots lots_of plenty_of group_of bunch_of pile_of row_of line_of team_of collection_of",
    "6": "six half_dozen half_a_dozen",
    "7": "seven herd_of pack_of stack_of flock_of swarm_of school_of colony_of",
    "8": "eight",
    "9": "nine crowd_of",
    "10": "ten",
    "11": "eleven",
    "12": "twelve dozen dozens_of dozen_of hundred hundreds_of thousand",
}
MOST: Final = 12
"""Of a kind, in one picture."""
PAIRED: Final = frozenset(
    "running-shoe mans-shoe flat-shoe hiking-boot womans-boot high-heeled-shoe socks".split()
)
"""Icons of which there are two, if there are several and nobody counts them."""
A_FEW: Final = 3
"""What a plural means that nobody counts."""

_GROUPS: Final = (
    "pair_of group_of bunch_of pile_of row_of line_of team_of collection_of herd_of pack_of stack_of "
    "flock_of swarm_of school_of colony_of crowd_of trio_of"
).split()

GROUPS_OF: Final = frozenset(term.replace("_", " ") for term in _GROUPS)
"""Numbers that are said with an article: "a flock of birds"."""
PHRASED: Final = {
    "dozen": "a dozen",
    "dozen of": "a dozen",
    "half dozen": "half a dozen",
    "couple of": "a couple of",
    "trio": "three",
    "pair": "two",
    "both": "two",
    "lots": "many",
    "hundred": "many",
    "thousand": "many",
    "hundreds of": "many",
    "dozens of": "many",
}
"""Numbers as a sentence has them."""
IN_WORDS: Final = "one two three four five six seven eight nine ten eleven twelve".split()
SURE: Final = frozenset("two three four five six seven eight nine ten eleven twelve".split())
"""Numbers after which a word is a plural, whatever its ending: "two sheep"."""

SIZES: Final = {
    "giant": "giant gigantic huge enormous massive colossal oversized",
    "big": "big large grand",
    "tall": "tall high towering",
    "small": "small little short mini",
    "tiny": "tiny miniature teeny wee",
}
SCALE: Final = {"giant": 3.2, "big": 1.35, "tall": 1.35, "small": 0.72, "tiny": 0.42}

POSES: Final = {
    "standing": "standing stands",
    "walking": "walking walking_a walking_the walking_his walking_her walks strolling hiking_in wandering",
    "running": "running runs jogging sprinting",
    "kicking": "kicking kicks dribbling",
    "sitting": "sitting sits seated relaxing resting kneeling",
    "waving": "waving waves greeting",
    "dancing": "dancing dances",
    "jumping": "jumping jumps leaping",
    "cheering": "cheering celebrating victorious",
    "working": "working works typing studying coding_at",
    "reading": "reading reads",
    "sleeping": "sleeping asleep napping",
    "playing": "playing",
    "flying": "flying",
    "leaning": "leaning",
    "shaking hands": "shaking_hands shake_hands shakes_hands handshaking",
}
COATS: Final = {"spotted": "spotted dotted speckled"}
"""What an animal's fur is like."""
LOOKS: Final = {
    "old": "old elderly aged senior grey_haired gray_haired",
    "young": "young teenage",
    **COATS,
}

MATERIALS: Final = {
    "wooden": "#a9713f",
    "wood": "#a9713f",
    "oak": "#b07c4a",
    "brick": "#b5583f",
    "stone": "#a3a49e",
    "marble": "#e6e3de",
    "glass": "#b9dfe8",
    "metal": "#aab3bf",
    "metallic": "#aab3bf",
    "steel": "#aab3bf",
    "leather": "#8a5330",
    "paper": "#f4efe2",
}
"""Said of a thing that has no colour, its colour."""

NATURAL: Final = {
    "husky": "#8f98a5",
    "labrador": "#e8c98f",
    "corgi": "#e08a3c",
    "beagle": "#b5723c",
    "terrier": "#b08a5a",
    "shepherd": "#a8763f",
    "german shepherd": "#a8763f",
    "poodle": "#e6d6c0",
    "golden retriever": "#e3b057",
    "retriever": "#e3b057",
    "red wine": "#8e1f3b",
    "white wine": "#ecdc92",
    "glass of wine": "#8e1f3b",
    "wine": "#8e1f3b",
}
"""What some kinds are colored by nature."""

YOUNG: Final = frozenset("kitten kitty puppy pup lamb chick piglet foal calf duckling bunny".split())
"""Words for the young of an animal; `baby` before one says the same."""

CAST: Final = {
    "couple": ("woman", "man"),
    "family": ("woman", "man", "girl", "boy"),
    "friends": ("woman", "man", "person", "woman"),
    "people": ("woman", "man", "person", "woman", "man"),
    "crowd": ("woman", "man", "person", "woman", "man", "person", "woman", "man", "person"),
    "team": ("woman", "man", "woman", "man"),
    "colleagues": ("woman", "man", "woman"),
    "parents": ("woman", "man"),
    "grandparents": ("older-person", "older-person"),
    "kids": ("girl", "boy", "child"),
    "children": ("girl", "boy", "child"),
    "students": ("student", "student", "student"),
}
"""Who several people are."""
CAST_WORDS: Final = {
    "couple": "couple newlyweds lovers",
    "family": "family",
    "friends": "friends",
    "people": "people folks persons strangers pedestrians",
    "crowd": "crowd audience",
    "team": "team",
    "colleagues": "colleagues coworkers staff employees",
    "parents": "parents",
    "grandparents": "grandparents",
    "kids": "kids toddlers",
    "children": "children",
}

GARMENTS: Final = {
    "suit": "suit tuxedo blazer business_suit",
    "dress": "dress gown sundress",
    "skirt": "skirt",
    "coat": "coat jacket raincoat trench_coat overcoat parka",
    "hoodie": "hoodie sweatshirt",
    "shirt": "shirt sweater jumper tshirt t_shirt tee blouse top pullover",
    "trousers": "jeans trousers pants shorts",
    "apron": "apron",
    "glasses": "glasses sunglasses eyeglasses spectacles",
    "hat": "hat fedora straw_hat sunhat sun_hat cowboy_hat",
    "top-hat": "top_hat",
    "cap": "cap baseball_cap",
    "beanie": "beanie woolly_hat",
    "hard-hat": "helmet hard_hat",
    "crown": "crown tiara",
    "scarf": "scarf",
    "beard": "beard moustache mustache",
    "hair": "hair haired curly_hair long_hair short_hair ponytail afro",
    "hijab": "hijab headscarf head_scarf chador",
    "turban": "turban",
    "veil": "veil bridal_veil",
    "wheelchair": "wheelchair",
}
"""What someone has on, or about the head, or sits in wherever they go."""

NEGATIONS: Final = "no without minus"
"""After these a thing is one that is not there."""

PARTS: Final = frozenset(
    "eyes eye fur tail ears ear nose paws paw wings collar face smile legs hands hand arms body head feet "
    "roof chimney "
    "roof_tiles wheels door doors handle petals leaves spots stripes mane feathers window windows "
    "windowsill wall walls floor ceiling".split()
)
"""Of what stands before them: not things of their own, and their colour not its."""

NO_EFFECT: Final = frozenset(
    """
    next middle center centre corner edge left right bottom background_only together alone each_other
    another other same different wild fluffy furry shiny curious playful_looking friendly funny
    silly brave proud gentle_looking lazy sleepy tired angry hungry strong fast quick slow ripe juicy sweet
    crunchy crispy baked cooked grilled sliced empty_handed smart intelligent electric digital wireless
    cheerful excited surprised bored joyful handsome colourfully round square oval flat curved straight
    domestic typical vast_open lonely cosy_looking sunny_looking sleek ornate rusty dusty dirty broken
    day_out near_by neat tidy messy chilling hanging out placed set against located parked
    lies lay lays sits stands looks seen full_length body_shot whole everyone
    playing played plays warmly brightly softly gently happily quietly slowly it_all stuff
    winding twisting crossing platter stall stalls
    piece pieces kind sort type types side sides way ways back_to sun_kissed s t ll ve re
    """.split()
)
"""Words that nothing is painted for, and none is missed."""
