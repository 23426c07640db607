"""Words of prompts that say nothing of what is to be seen, and words that join those that do. Tables, nothing
else, in ASCII and small letters; `_` joins the words of a term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


def _terms(text: str) -> frozenset[str]:
    return frozenset(term.replace("_", " ") for term in text.split())


@dataclass(frozen=True, slots=True)
class Language:
    """`articles` are dropped, `places` say where, `links` join otherwise; `both` is its "and", `owned` the
    links that belong to the word before them ("of")."""

    articles: frozenset[str]
    places: frozenset[str]
    links: frozenset[str]
    both: frozenset[str]
    owned: frozenset[str]

    @property
    def function_words(self) -> frozenset[str]:
        return self.articles | self.places | self.links | self.both | self.owned


LANGUAGES: Final = {
    "en": Language(
        _terms(
            "a an the this these those some any its his her their my your our is are was were be been being "
            "am it he she they there very really just also quite such each has have had"
        ),
        _terms(
            "in on at under over above beneath below beside near behind inside through along across "
            "against among between around amid amidst within outside into onto atop overlooking underneath "
            "during in-front-of next-to on-top-of surrounded-by"
        ),
        _terms(
            "with for from to by without about like toward towards wearing holding carrying called named "
            "titled"
        ),
        _terms("and or"),
        _terms("of"),
    ),
    "de": Language(
        _terms("der die das den dem des ein eine einen einem einer eines ist sind wird sehr seine ihre"),
        _terms("in im am an auf unter uber vor hinter neben durch bei zwischen am beim ins"),
        _terms("mit fur aus zu zum zur ohne"),
        _terms("und oder"),
        _terms("von vom"),
    ),
    "fr": Language(
        _terms("le la les l un une des est sont tres son sa ses qui au aux"),
        _terms("dans sur sous en devant derriere entre chez pres"),
        _terms("avec pour par a sans"),
        _terms("et ou"),
        _terms("de du d"),
    ),
    "es": Language(
        _terms("el la los las un una unos unas es son muy su sus que al"),
        _terms("en sobre bajo entre tras junto ante"),
        _terms("con para por a sin"),
        _terms("y o e"),
        _terms("de del"),
    ),
    "it": Language(
        _terms("il lo la i gli le un uno una l e sono molto suo sua che al alla"),
        _terms("in nel nella nello sul sulla su sotto tra fra davanti"),
        _terms("con per da a senza"),
        _terms("ed"),
        _terms("di del della dello dei delle"),
    ),
    "pt": Language(
        _terms("o a os as um uma uns umas e sao muito seu sua que ao"),
        _terms("em no na nos nas sobre sob entre"),
        _terms("com para por sem"),
        _terms("ou"),
        _terms("de do da dos das"),
    ),
    "ru": Language(
        frozenset(),
        _terms("v vo na pod nad u vozle pered mezhdu okolo"),
        _terms("s so iz k ot dlya bez po"),
        _terms("i ili"),
        frozenset(),
    ),
    "nl": Language(
        _terms("de het een is zijn wordt heel erg zijn haar"),
        _terms("in op onder boven naast voor achter door bij tussen"),
        _terms("met uit naar zonder"),
        _terms("en of"),
        _terms("van"),
    ),
}
ENGLISH: Final = LANGUAGES["en"]

JOINED: Final = ("in front of", "next to", "on top of", "surrounded by")
"""Links of several words."""

BREAKS: Final = _terms(
    "that which who whose whom where while when as because if but then featuring showing depicting including "
    "plus"
)
"""A new phrase begins behind them, of less weight."""
PROSE: Final = _terms(
    "creating giving evoking conveying adding casting suggesting symbolizing symbolising capturing making "
    "emphasizing emphasising highlighting reflecting bringing lending representing enhancing ensuring "
    "appears seems feels looks captures evokes conveys creates reflects suggests emphasizes highlights adds"
)
"""What follows, up to the end of the clause, is told of the mood rather than the picture."""

MEDIA: Final = _terms(
    "photo photograph photography picture image pic illustration drawing painting render rendering shot view "
    "scene snapshot artwork art depiction visualization visualisation sketch print still banner visual "
    "foto fotografie fotografia bild imagen immagine imagem afbeelding illustratie zeichnung gemalde dessin"
)
"""What every picture is."""
FOREIGN_OF: Final = _terms("von de di van du des del der d")
OF: Final = FOREIGN_OF | _terms("of showing depicting featuring capturing about where shows depicts")

LEADS: Final = _terms(
    "please can could would you i we want need like id generate create make draw paint design show shows "
    "render imagine give produce me us a an the this of to for is there here that which one new some ein "
    "eine einen un une el la una um uma een"
)
"""How people begin to ask."""

WEAK: Final = _terms(
    "beautiful stunning gorgeous amazing awesome nice incredible breathtaking perfect epic highly ultra "
    "super "
    "extremely insanely detailed intricate realistic hyperrealistic hyper-realistic photorealistic "
    "photo-realistic ultra-realistic ultrarealistic lifelike high-quality high-resolution hd uhd 4k 8k 16k "
    "2k hdr masterpiece best good great wonderful lovely magnificent spectacular fantastic exquisite "
    "professional award-winning award-winning quality trending artstation deviantart behance pinterest "
    "sharp crisp ultra-detailed highly-detailed hyper-detailed ultra-hd captivating mesmerizing impressive "
    "striking eye-catching visually cinematic hyper absolutely truly simply subtle nsfw sfw various several "
    "many different other generic typical stock royalty-free high-end premium-quality best-quality "
    "rtx unreal octane vray v-ray raytracing dreamlike-quality wallpaper-worthy viral aesthetic "
    "blurred blurry detailliert detaillierte hochauflosend realistisch detallado realista detaille realiste"
)
"""Praise, and demands on quality: of any picture, so of none."""

CAMERA: Final = _terms(
    "lighting lens resolution iso aperture bokeh details detail quality focus exposure composition camera "
    "photography rendering render artstation deviantart canon nikon sony leica hasselblad fujifilm kodak "
    "portra dslr mm 35mm 50mm 85mm 24mm 100mm 135mm 200mm fstop raytracing ray-tracing illumination "
    "grading palette tones tone contrast texture textures atmosphere mood vibe ambiance ambience "
    "feel feeling angle perspective ratio clarity realism masterpiece shadows highlights reflections "
    "rule-of-thirds watermark watermarks caption captions engine unreal octane redshift blender cycles "
    "colors colours color colour look aesthetics style styles postprocessing post-processing grain film "
    "wallpaper unsplash framing layout saturation particles flares flare shutter speed"
)
"""Heads of phrases that tell how it is to be made."""
EMPTY: Final = _terms(
    "background foreground middle center centre front scene image frame distance view picture photo side "
    "top left right bottom air shot way part"
)
"""They say nothing alone."""
DENIALS: Final = _terms("no without not avoid exclude excluding never dont ohne sans sin senza sem zonder")

STYLES: Final = {
    "watercolor": "watercolor watercolour aquarelle aquarell acuarela acquerello",
    "oil-painting": "oil oil_painting oil_on_canvas",
    "pencil-sketch": "pencil graphite charcoal",
    "ink-drawing": "ink pen_and_ink",
    "3d": "3d 3-d cgi",
    "vector": "vector",
    "flat": "flat flat_design flat_vector",
    "isometric": "isometric",
    "low-poly": "low_poly low-poly lowpoly",
    "pixel-art": "pixel pixel_art pixelart 8-bit 16-bit",
    "line-art": "line line_art lineart line-art",
    "anime": "anime manga",
    "studio-ghibli": "ghibli studio_ghibli",
    "cartoon": "cartoon comic comic_book",
    "claymation": "clay claymation",
    "origami": "origami paper_cut papercut",
    "minimalist": "minimalist minimalistic minimal",
    "art-deco": "art_deco",
    "art-nouveau": "art_nouveau",
    "ukiyo-e": "ukiyo-e ukiyoe",
    "pop-art": "pop_art",
    "cyberpunk": "cyberpunk",
    "steampunk": "steampunk",
    "vaporwave": "vaporwave synthwave",
    "surreal": "surreal surrealist",
    "impressionist": "impressionist impressionism",
    "black-and-white": "black_and_white monochrome",
    "aerial-view": "aerial drone birds-eye",
    "macro": "macro",
    "vintage": "vintage retro",
}
STYLE_OF: Final = {term.replace("_", " "): name for name, terms in STYLES.items() for term in terms.split()}
"""Ways of drawing and looking that a name should tell."""

PLACES: Final = _terms(
    "forest woods beach street city mountain mountains desert kitchen office garden park room bedroom studio "
    "jungle ocean sea lake river field meadow village harbor harbour market cafe library classroom alley "
    "rooftop space sky island valley canyon coast cave castle church museum factory warehouse farm lab "
    "laboratory station airport bridge shore cliff countryside skyline background sunset sunrise dawn dusk "
    "night twilight midnight winter autumn fall spring summer snow rain fog storm christmas halloween "
    "morning evening golden-hour moonlight"
)
"""Where and when: words that make a setting where no preposition does."""

COMMANDS: Final = _terms("please create generate make draw paint design show render imagine give produce")
DETERMINERS: Final = _terms("a an the me us some one of to this")
GIRLS_AND_BOYS: Final = {"1girl": "girl", "1boy": "boy", "1man": "man", "1woman": "woman", "1other": "person"}
"""As taggers of pictures count."""

COLOURS: Final = _terms(
    "red orange yellow green blue purple pink brown black white gray grey golden gold silver teal turquoise "
    "beige navy crimson"
)
ADJECTIVES: Final = COLOURS | _terms(
    "pale dark light bright small large big tiny huge giant little tall short long old "
    "young new ancient modern soft warm cold hot fresh wild round wooden calm bold rustic elegant fluffy "
    "vintage sleek smooth rough simple plain clean empty quiet deep thick thin wide narrow strong gentle "
    "sweet"
)
ADJECTIVE_ENDINGS: Final = ("y", "ed", "ful", "ous", "less", "ish", "ive", "ic")

NOUNS_IN_ING: Final = _terms(
    "building morning evening wedding ring king spring string wing ceiling painting clothing lightning swing "
    "lighting duckling pudding earring railing icing dressing stocking thing being meeting landing wing "
    "everything something nothing crossing opening drawing offspring sibling dumpling viking inking"
)
NO_ADVERBS: Final = _terms(
    "family lily butterfly firefly dragonfly jelly belly italy july fly assembly friendly curly chilly hilly "
    "holy ugly silly woolly bubbly wrinkly cuddly elderly supply monopoly smelly curly early daily weekly "
    "monthly only lonely ghostly heavenly kingly lively homely prickly ally barfly costly sly rally tally "
    "bully gully anomaly potbelly panoply ply"
)
"""Words in -ly that tell something."""
VERBS: Final = _terms(
    "having eating drinking playing reading riding making doing taking using watching holding"
)
"""They are verbs where a noun stands behind them, too."""
