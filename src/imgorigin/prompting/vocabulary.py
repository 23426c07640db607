"""What a prompt may speak of, and the words by which one can tell that it does. Tables, nothing else; `_`
joins the words of a term."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

Aspect = Literal["medium", "composition", "setting", "light", "mood", "palette", "detail"]
"""In the order in which a prompt tells of them, behind its subject."""
Family = Literal["photo", "drawn", "graphic", "solid"]
"""Of media: what goes with a photograph (lenses) is nonsense in a logo."""


def _terms(text: str) -> tuple[str, ...]:
    return tuple(term.replace("_", " ") for term in text.split())


MEDIA: Final[Mapping[Family, tuple[str, ...]]] = {
    "photo": _terms(
        "photo photos photograph photographs photography photographic photorealistic photoreal realistic "
        "hyperrealistic cinematic noir film_still polaroid snapshot dslr 35mm 50mm 85mm headshot "
        "daguerreotype"
    ),
    "drawn": _terms(
        "watercolor watercolour aquarelle oil_painting oil_on_canvas painting painted gouache acrylic ink "
        "pencil charcoal pastel_drawing chalk sketch sketched drawing drawn illustration illustrated cartoon "
        "anime manga comic crayon engraving etching woodcut linocut fresco mural impressionist "
        "impressionism expressionist cubist surrealist baroque ukiyo-e storybook concept_art matte_painting "
        "digital_art digital_painting line_art lineart doodle graffiti abstract"
    ),
    "graphic": _terms(
        "logo icon vector flat_design flat_illustration flat_style infographic blueprint pixel_art pixelart "
        "8-bit 16-bit poster emblem badge sticker silhouette art_deco bauhaus pop_art isometric minimalist "
        "stained_glass mosaic papercut paper_cut paper-cut origami embroidery pattern collage graphic_design"
    ),
    "solid": _terms(
        "3d render rendering rendered cgi low_poly low-poly clay claymation plasticine voxel sculpture "
        "figurine diorama lego octane unreal_engine blender"
    ),
}

CUES: Final[Mapping[Aspect, tuple[str, ...]]] = {
    "medium": tuple(term for terms in MEDIA.values() for term in terms),
    "composition": _terms(
        "close-up closeup close_up macro portrait wide_shot wide_view wide-angle wide_angle aerial drone "
        "bird's-eye birds-eye top-down top_down overhead flat_lay from_above from_below low_angle low-angle "
        "high_angle high-angle eye_level centred centered symmetrical symmetric symmetry panorama panoramic "
        "full-body full_body full-length half-body profile pov first-person point_of_view rule_of_thirds "
        "foreground establishing_shot medium_shot long_shot three-quarter fisheye headshot composition "
        "framed cutaway cross-section side_view front_view"
    ),
    "setting": _terms(
        "background backdrop indoors outdoors inside outside studio room kitchen office street city forest "
        "beach desert mountain mountains sea ocean lake river garden park table field meadow sky space"
    ),
    "light": _terms(
        "light lights lighting lit sunlight sunlit sunny sunset sunrise sundown dawn dusk golden_hour "
        "blue_hour night nighttime midnight moonlight moonlit candlelight candlelit candle lamplight "
        "lamplit lantern neon backlit backlight overcast noon midday twilight starlight starry shadow "
        "shadows shaded glow glowing glows dark darkness dim fog foggy mist misty storm stormy rainy rain "
        "cloudy noir space galaxy nebula underwater daylight daytime morning evening afternoon bonfire "
        "firelight fireworks spotlight chiaroscuro low-key high-key silhouette silhouetted"
    ),
    "mood": _terms(
        "mood atmosphere vibe cozy cosy calm serene peaceful tranquil quiet dreamy dreamlike ethereal "
        "dramatic moody gloomy eerie spooky haunting mysterious joyful cheerful happy playful whimsical "
        "melancholic melancholy sad lonely romantic nostalgic energetic epic majestic elegant luxurious "
        "tense ominous festive futuristic gritty rustic intimate solemn sinister magical"
    ),
    "palette": _terms(
        "colour colours color colors coloured colored colourful colorful palette tones toned hues hue pastel "
        "pastels noir muted vibrant vivid saturated desaturated monochrome monochromatic black_and_white "
        "black-and-white greyscale grayscale sepia duotone tinted earthy neon cyberpunk"
    ),
    "detail": _terms(
        "detail details detailed texture textures textured intricate crisp sharp sharp_focus soft_focus "
        "brushstrokes brushwork clean_lines linework outlines depth_of_field bokeh lens f/1.4 f/1.8 f/2.8 "
        "grain grainy blurred blurry macro simple minimal minimalist silhouette edges"
    ),
}

MOODS: Final[Mapping[str, tuple[str, str]]] = {
    "cozy": ("soft warm light", "warm colours"),
    "cosy": ("soft warm light", "warm colours"),
    "warm": ("soft warm light", "warm colours"),
    "romantic": ("soft warm light", "warm colours"),
    "nostalgic": ("soft warm light", "faded warm colours"),
    "rustic": ("soft warm light", "earthy colours"),
    "calm": ("soft even light", "muted colours"),
    "serene": ("soft even light", "muted colours"),
    "peaceful": ("soft even light", "muted colours"),
    "tranquil": ("soft even light", "muted colours"),
    "dreamy": ("soft diffused light", "pastel colours"),
    "ethereal": ("soft diffused light", "pastel colours"),
    "magical": ("soft glowing light", "rich colours"),
    "whimsical": ("soft bright light", "playful colours"),
    "playful": ("bright even light", "playful colours"),
    "cheerful": ("bright even light", "bright colours"),
    "happy": ("bright even light", "bright colours"),
    "joyful": ("bright even light", "bright colours"),
    "festive": ("warm sparkling light", "rich colours"),
    "energetic": ("bright hard light", "vivid colours"),
    "dramatic": ("strong side light with deep shadows", "high-contrast colours"),
    "epic": ("strong side light with deep shadows", "high-contrast colours"),
    "majestic": ("strong side light with long shadows", "rich colours"),
    "tense": ("hard side light with deep shadows", "desaturated colours"),
    "ominous": ("dim light with deep shadows", "desaturated colours"),
    "moody": ("dim light with deep shadows", "muted colours"),
    "gloomy": ("dim grey light", "desaturated colours"),
    "mysterious": ("dim light with deep shadows", "muted colours"),
    "eerie": ("dim cold light", "desaturated colours"),
    "spooky": ("dim cold light", "desaturated colours"),
    "melancholic": ("soft grey light", "muted cool colours"),
    "elegant": ("soft studio light", "restrained colours"),
    "luxurious": ("soft studio light", "deep rich colours"),
    "futuristic": ("cool even light", "cool colours"),
}
"""The light and the colours that a mood asks for."""

SUBJECTS: Final[Mapping[str, tuple[str, ...]]] = {
    "imagined": _terms(
        "robot robots android dragon dragons unicorn fairy fairies wizard witch elf goblin monster alien "
        "aliens ghost mermaid spaceship starship mecha cyborg castle phoenix griffin troll knight superhero"
    ),
    "printed": _terms(
        "invitation flyer brochure leaflet banner label business_card greeting_card letterhead packaging"
    ),
    "food": _terms(
        "food dish meal breakfast lunch dinner pizza burger pasta soup salad cake bread croissant coffee tea "
        "cocktail dessert fruit sushi ramen cookie cookies cheese pie steak sandwich chocolate"
    ),
    "vista": _terms(
        "landscape mountain mountains valley beach coast sea ocean lake river forest desert field meadow "
        "hills hill island canyon waterfall skyline city village street countryside sky lighthouse "
        "harbour harbor"
    ),
    "inside": _terms(
        "interior room bedroom kitchen bathroom office library cafe restaurant shop workshop classroom hall "
        "lobby apartment cabin studio"
    ),
    "living": _terms(
        "person man woman boy girl child baby people portrait face nurse doctor teacher chef dancer runner "
        "men women boys girls kid kids children couple family singer fisherman farmer soldier astronaut "
        "pirate cowboy samurai king queen "
        "athlete grandmother grandfather cat kitten dog puppy fox owl bird horse lion tiger bear wolf rabbit "
        "deer elephant butterfly"
    ),
    "thing": _terms(
        "bottle watch shoe shoes sneaker sneakers bag handbag chair lamp phone laptop camera car bicycle mug "
        "cup vase perfume jewelry jewellery ring necklace headphones toy book"
    ),
}
"""Kinds of subjects, in the order in which they are looked for."""

MEDIUM_OF: Final[Mapping[str, str]] = {"imagined": "digital illustration", "printed": "graphic design"}
USUAL_MEDIUM: Final = "photograph"

COMPOSITION_OF: Final[Mapping[str, str]] = {
    "imagined": "medium shot with a clear focal point",
    "food": "close-up at a slight angle",
    "vista": "wide view with a clear foreground",
    "inside": "wide-angle view at eye level",
    "living": "medium shot at eye level",
    "thing": "centred three-quarter view",
}
USUAL_COMPOSITION: Final = "balanced composition"
GRAPHIC_COMPOSITION: Final = "centred composition"

LIGHT_OF: Final[Mapping[str, str]] = {
    "food": "soft window light",
    "vista": "low golden sunlight",
    "inside": "soft window light",
    "thing": "soft studio light",
}
USUAL_LIGHT: Final = "soft natural light"

PALETTE_OF: Final[Mapping[Family, str]] = {
    "photo": "natural colours",
    "drawn": "harmonious colours",
    "graphic": "few flat colours",
    "solid": "harmonious colours",
}
DETAIL_OF: Final[Mapping[Family, str]] = {
    "photo": "sharp focus with fine texture",
    "drawn": "fine hand-made detail",
    "graphic": "crisp clean lines",
    "solid": "finely detailed materials",
}

STYLE_OF: Final[Mapping[str, str]] = {
    "watercolor": "watercolor painting",
    "watercolour": "watercolour painting",
    "oil": "oil painting",
    "acrylic": "acrylic painting",
    "gouache": "gouache painting",
    "ink": "ink drawing",
    "pencil": "pencil drawing",
    "charcoal": "charcoal drawing",
    "photo": "photograph",
    "3d": "3d render",
}
"""Media whose name alone is half a phrase. Any other is said with "style"."""
WHOLE: Final = frozenset(
    _terms(
        "style painting painted drawing drawn art render rendering photo photograph photography "
        "photorealistic realistic cinematic illustration illustrated sketch design cartoon comic poster logo "
        "icon abstract sculpture"
    )
)
"""Words that make a medium a phrase of its own."""

OPPOSED: Final[tuple[tuple[tuple[str, ...], ...], ...]] = (
    (
        _terms("daylight daytime midday noon sunny sunlit sunshine"),
        _terms("night nighttime midnight moonlight moonlit starlit starry"),
        _terms("sunset sunrise sundown dawn dusk twilight golden_hour blue_hour"),
    ),
    (
        _terms("sunny cloudless clear_sky blue_sky"),
        _terms("rain rainy storm stormy overcast fog foggy"),
    ),
    (_terms("winter wintry"), _terms("summer summery"), _terms("autumn autumnal")),
    (
        _terms("cheerful happy joyful playful festive carefree"),
        _terms("gloomy eerie spooky ominous sinister melancholic melancholy sad haunting somber sombre"),
    ),
    (
        _terms("colourful colorful vibrant vivid saturated"),
        _terms("black_and_white black-and-white monochrome greyscale grayscale sepia desaturated muted"),
    ),
    (_terms("minimal minimalist simple"), _terms("intricate ornate cluttered busy")),
    (_terms("no_people empty deserted abandoned lonely"), _terms("crowded crowd busy bustling packed")),
)
"""Matters of which a picture shows one: words for each of the alternatives."""
ELSE: Final = _terms(
    "light_bulb light_bulbs light-hearted light_blue light_green light_grey light_gray light_brown "
    "light_pink dark_chocolate dark_blue dark_green dark_grey dark_gray dark_brown dark_red "
    "traffic_light dark_matter"
)
"""Terms that are of something else than the light, though a word of them is not."""
SURFACES: Final = frozenset(
    _terms(
        "table desk moon beach hill hilltop mountain roof rooftop street road shelf stage floor bench bridge "
        "island balcony terrace porch pier plinth counter windowsill boat ship planet shore coast platform"
    )
)
"""On which one is, and not in which."""

PREPOSITIONS: Final = frozenset(
    _terms(
        "in on at under over above below beneath beside near behind inside through along across against "
        "among between around amid within outside into onto atop overlooking during by with from before"
    )
)
ARTICLES: Final = frozenset(_terms("a an the its his her their my our your this that these those some"))


def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=len, reverse=True)
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])", re.IGNORECASE
    )


SPEAKS_OF: Final[Mapping[Aspect, re.Pattern[str]]] = {
    aspect: _pattern(terms) for aspect, terms in CUES.items()
}
IS_OF: Final[Mapping[Family, re.Pattern[str]]] = {family: _pattern(terms) for family, terms in MEDIA.items()}
SHOWS: Final[Mapping[str, re.Pattern[str]]] = {kind: _pattern(terms) for kind, terms in SUBJECTS.items()}
NAMES_MOOD: Final = _pattern(tuple(MOODS))
IS_ABSTRACT: Final = _pattern(("abstract",))
IS_ELSE: Final = _pattern(ELSE)
SIDES: Final = tuple(tuple(map(_pattern, alternatives)) for alternatives in OPPOSED)
