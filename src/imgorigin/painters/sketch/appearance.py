"""What words say of a person's skin, hair and sex. Tables, nothing else.

`_` joins the words of a term. All of them are kept as they are written, in `Subject.looks`.
"""

from __future__ import annotations

from typing import Final


def _by_term(table: dict[str, str]) -> dict[str, str]:
    return {term.replace("_", " "): name for name, terms in table.items() for term in terms.split()}


_SKINS: Final = {
    "dark": "dark_skinned black_skinned african african_american afro_american nigerian kenyan ghanaian "
    "ethiopian somali senegalese jamaican haitian",
    "brown": "brown_skinned indian south_asian pakistani bangladeshi sri_lankan nepali indigenous aboriginal",
    "olive": "olive_skinned tanned tan_skinned latina latino latinx hispanic mexican brazilian colombian "
    "peruvian arab arabic arabian middle_eastern persian iranian egyptian moroccan mediterranean filipino "
    "filipina",
    "asian": "asian east_asian chinese japanese korean vietnamese thai taiwanese",
    "fair": "fair_skinned light_skinned white_skinned pale pale_skinned caucasian european scandinavian "
    "swedish norwegian danish irish scottish",
}
_SKIN_COLORS: Final = {"black": "dark", "brown": "brown", "white": "fair"}
SKIN_OF: Final = {**_by_term(_SKINS), **_SKIN_COLORS}
"""Kind of skin, by word; the colours before someone are their skin's, "a black man"."""
SKINS: Final = {
    "dark": (("#6d483c", "#1c1616"), ("#5e3d33", "#171214"), ("#7d5443", "#211918")),
    "brown": (("#a5714f", "#231a1a"), ("#b17d5a", "#2b1d1a")),
    "olive": (("#c9936f", "#2b1d1a"), ("#d6a27c", "#3a2722")),
    "asian": (("#f0c8a0", "#1f1a1d"), ("#eabd94", "#231c1f")),
    "fair": (("#ffd7c2", "#593b39"), ("#ffe0cf", "#b97a3f"), ("#ffd7c2", "#2b211f")),
}
"""Skin and hair that go together, of each kind."""

_HAIR: Final = {
    "#e3b865": "blonde blond fair_haired blonde_haired blond_haired golden_haired",
    "#b8492a": "redhead redheaded red_haired ginger ginger_haired",
    "#6b432c": "brunette brown_haired",
    "#231c1f": "black_haired dark_haired raven_haired",
    "#e8e8ec": "white_haired silver_haired",
    "#3d7dd8": "blue_haired",
    "#e58ab8": "pink_haired",
    "#8a5fb0": "purple_haired",
    "#4f9a5b": "green_haired",
}
HAIR_OF: Final = _by_term(_HAIR)
"""Hair colour, by word."""
HAIRDOS: Final = _by_term(
    {
        "curly": "curly_haired curly",
        "long": "long_haired",
        "short": "short_haired",
        "thin": "bald balding bald_headed hairless",
    }
)
"""Hair style, by word."""
FACES: Final[dict[str, dict[str, bool]]] = {
    "bearded": {"beard": True},
    "moustached": {"beard": True},
    "beardless": {"beard": False},
    "clean shaven": {"beard": False},
    "bespectacled": {"glasses": True},
}
"""What is in a face or is not, by word."""
SEXES: Final = {"female": "female", "male": "male"}
ALONE: Final = frozenset({"blonde", "redhead", "brunette"})
"""Words that are someone even if nobody follows: "a redhead in a park"."""

TRAITS: Final = frozenset({*_by_term(_SKINS), *HAIR_OF, *HAIRDOS, *FACES, *SEXES} - {"ginger"})
"""Words that say what the person named next looks like. ("Ginger" is a root first.)"""

SEX_OF_NOUN: Final = {
    word.replace("_", " "): sex
    for sex, words in {
        "female": "woman girl lady mother mom mum grandmother grandma granny nan wife daughter sister aunt "
        "niece bride queen princess waitress businesswoman policewoman cowgirl actress nun witch ballerina "
        "stewardess housewife bridesmaid heroine girlfriend granddaughter goddess nanny",
        "male": "man boy guy gentleman father dad husband grandfather grandpa granddad son brother uncle "
        "nephew groom king prince waiter businessman policeman cowboy actor monk priest wizard boyfriend "
        "grandson hero fireman fisherman salesman mailman postman viking",
    }.items()
    for word in words.split()
}
"""Of those whom a noun calls so, whatever they are drawn as."""
