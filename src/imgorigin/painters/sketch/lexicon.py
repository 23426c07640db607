"""The words the painter knows besides the names of things and places: tables, nothing else.

`_` joins the words of a term. Things are named in `naming.py` and in the asset pack, places in `places/`.
"""

from __future__ import annotations

from typing import Final

from imgorigin.painters import colors

TIMES: Final = {
    "sunset": "sunset sundown dusk twilight evening",
    "golden": "golden_hour goldenhour golden_light late_afternoon evening_light",
    "dawn": "sunrise dawn morning daybreak",
    "night": "night nighttime midnight moonlit moonlight starry stars starlight moon full_moon milky_way "
    "night_sky starry_sky starry_night",
    "day": "day daytime noon midday daylight sunny sunshine sunlit summer_sky",
    "neon": "neon neon_lights cyberpunk",
}

CONDITIONS: Final = {
    "snow": "snow snowy snowfall snow_covered snow_capped winter wintry frost frosty icy blizzard christmas",
    "rain": "rain rainy raining rainfall rainstorm drizzle wet storm stormy thunderstorm downpour monsoon",
    "fog": "fog foggy mist misty haze hazy",
    "cloudy": "cloudy overcast clouded gray_sky grey_sky",
    "clear": "clear clear_sky blue_sky cloudless sunny sunshine",
    "aurora": "aurora aurora_borealis northern_lights polar_lights",
    "rainbow": "rainbow rainbows",
    "fireworks": "fireworks firework new_year new_years_eve",
    "autumn": "autumn autumnal fall october november",
    "blossom": "cherry_blossom cherry_blossoms sakura cherry_tree cherry_trees blossoming_tree "
    "blossoming_trees blooming_trees apple_blossom spring_blossom spring_blossoms hanami",
    "flowers": "flowers wildflower wildflowers blossoms blooming bloom poppies daisies tulips sunflowers "
    "flower_field lavender_field lavender_fields spring springtime",
}
"""Weather and season."""

SETTINGS: Final = {
    "beach": "summer summertime summer_vacation summer_holiday tropical tropics coastal resort",
}
"""Places that a word calls to mind where no other is named: "summer", but "a vineyard in summer"."""

DETAILS: Final = {
    "waves": "waves wave surf swell breakers rolling_waves big_waves",
    "launch": "launch launching liftoff lift_off blastoff blast_off takeoff",
    "future": "futuristic future cyberpunk scifi sci_fi dystopian utopian neon",
    "people": "people team teams meeting teamwork group friends colleagues coworkers crowd audience staff "
    "employees brainstorming conference workshop",
    "play": "playing play playful fetch",
    "reading": "reading reads",
    "riding": "riding rides ride rider horseback",
    "portrait": "portrait headshot avatar profile_picture selfie",
    "crossing": "on_a_bridge on_the_bridge across_a_bridge crossing_a_bridge crossing_the_bridge "
    "over_a_bridge over_the_bridge",
    "stars": "starry stars milky_way starlight night_sky starry_sky starry_night",
    "marble": "on_marble marble_table marble_countertop marble_counter marble_surface marble_slab",
    "bridge": "bridge stone_bridge viaduct arch_bridge railway_bridge train_bridge",
    "station": "station train_station railway_station railroad_station at_a_station at_the_station "
    "in_the_station train_platform railway_platform station_platform",
    "empty": "empty deserted unoccupied",
    "hero": "hero hero_image banner header website_header",
}

MOODS: Final = {
    "minimal": "minimal minimalist minimalistic simple clean plain isolated uncluttered",
    "dark": "dark darker moody noir gloomy dramatic spooky dark_mode",
    "pastel": "pastel pastels soft softer gentle delicate dreamy",
    "vivid": "vivid vibrant colorful colourful bold bright brighter saturated intense",
    "warm": "warm warmer cozy cosy rustic homely",
    "cool": "cool cooler cold colder chilly",
    "muted": "muted faded vintage retro nostalgic desaturated",
    "bw": "black_and_white grayscale greyscale bw black_white",
    "sepia": "sepia old_photo",
}

CALM: Final = {
    "calm": "copy_space copyspace negative_space text_space white_space whitespace blank_space empty_space "
    "free_space room_for_text space_for_text place_for_text area_for_text space_for_copy room_for_copy "
    "space_for_headline room_for_headline space_for_title space_for_a text_area copy_area "
    "empty_area blank_area calm_area quiet_area calm_space breathing_room",
}
"""Words for a part of the picture where nothing is: text goes there."""

SIDES: Final = {
    "left": "left left_side left_half left_third left_hand",
    "right": "right right_side right_half right_third right_hand",
    "top": "at_the_top at_top top_half top_third top_part upper_half upper_third",
}
"""Where that part is."""

STYLES: Final = {
    "flat": "flat_design flat_illustration flat_style vector_art",
    "watercolor": "watercolor watercolour aquarelle watercolor_painting watercolour_painting",
    "line": "line_art lineart line_drawing outline pencil_drawing pencil_sketch ink_drawing pen_and_ink "
    "coloring_page colouring_page sketch_of",
    "isometric": "isometric isometric_view diorama",
    "pixel": "pixel_art pixelart 8bit 8_bit 16bit 16_bit pixelated pixel_style",
    "papercut": "paper_cut papercut paper_cutout cut_paper paper_art paper_craft papercraft origami kirigami",
    "blueprint": "blueprint blueprints technical_drawing schematic",
    "lowpoly": "low_poly lowpoly polygonal polygon_art",
    "neon": "neon_style neon_sign neon_art neon_outline synthwave_style",
    "oil": "oil_painting oil_on_canvas impressionist impressionism painting_of van_gogh",
    "cartoon": "cartoon cartoon_style comic comic_book comics pop_art toon",
    "poster": "vintage_poster retro_poster travel_poster poster_style screen_print screenprint art_deco",
    "chalk": "chalk chalkboard blackboard chalk_drawing chalk_art chalk_style",
    "glass": "stained_glass stained_glass_window",
    "clay": "3d 3d_render clay claymation clay_render 3d_style plasticine",
    "monochrome": "monochrome monochromatic duotone monotone",
    "pastel": "pastel_drawing pastel_style pastel_colors pastel_palette",
    "photo": "photorealistic photorealism cinematic cinematic_lighting",
    "voxel": "voxel voxel_art",
    "anime": "anime manga anime_style",
}
"""Those that no file of `styles/` draws are known by name only: reported as words nothing was made of."""

STYLES_BY_OTHER_NAMES: Final = {
    "painting": "oil",
    "painted": "oil",
    "oil": "oil",
    "sketch": "line",
    "drawing": "line",
    "line": "line",
    "ink": "line",
    "illustration": "flat",
    "vector": "flat",
    "flat": "flat",
    "pixel": "pixel",
    "neon": "neon",
    "pastel": "pastel",
    "vintage": "poster",
    "retro": "poster",
    "poster": "poster",
    "mosaic": "glass",
    "photo": "photo",
    "photography": "photo",
    "realistic": "photo",
    "polygon": "lowpoly",
    "papercraft": "papercut",
}
"""Words that mean a style where one is asked for, and in a prompt something else ("a painting on a wall")."""

STYLES_AT_THE_END: Final = frozenset({"painting", "sketch", "poster", "abstract"})
"""Of these, those that mean a style behind what they are of as well: "a castle, poster"."""

SHOWING_THINGS: Final = frozenset({"blueprint", "glass"})
"""Styles that show a thing on a plain ground, if no word says where it is."""

ABSTRACT_STYLE: Final = "abstract"
"""A style that is a place: the words' colours, and none of their things."""

PATTERNS: Final = {
    "tiles": "geometric bauhaus mosaic tiles tiled geometry geometric_shapes hexagons",
    "waves": "waves_pattern wave_pattern wavy_pattern flowing wavy flowing_waves abstract_waves "
    "gradient_waves smooth_waves soft_waves color_waves colour_waves waves_background wave_shapes",
    "blobs": "liquid fluid blob blobs swirl swirls liquid_shapes fluid_shapes organic_shapes liquid_gradient "
    "fluid_gradient",
    "orbs": "orbs bubbles spheres circles dots particles gradient_orbs",
    "bokeh": "bokeh bokeh_lights blurred_lights blurry_lights defocused_lights city_bokeh",
    "arcs": "arcs concentric rings mandala concentric_rings concentric_circles ripples ripple_pattern",
    "lines": "lines curves curved_lines wavy_lines thin_lines flowing_lines line_pattern abstract_lines",
    "mesh": "gradient gradients gradient_mesh mesh_gradient gradient_background soft_gradient "
    "blurred_background blurry_background",
}
"""Of several named, the first is painted; the last row gives way to all others."""

COLORS: Final = colors.COLORS

THINGS_NAMED_LIKE_COLORS: Final = {
    "orange": "tangerine",
    "peach": "peach",
    "lime": "lime",
    "olive": "olive",
    "coral": "coral",
}
"""Icon meant where such a word is all there is: "a fresh orange"."""

ENVIRONMENT_COLORS: Final = frozenset({"blue", "green", "white", "gold", "golden", "gray", "grey", "brown"})
"""Colours the world has anyway: "blue sky", "green meadow" do not tint the picture."""

PLACES_WITH_A_COLOR: Final = frozenset({"abstract", "studio", "room", "space"})
"""What these are painted in is the words' colour itself."""

HOLDABLE: Final = frozenset({"umbrella", "open-book", "balloon"})
"""What one who stands before it in the sentence holds: "robot reading a book"."""

STOP_WORDS: Final = frozenset(
    """
    a an the this that these those some any every each all both and or but nor so of on in at with without
    over under above below by for to from into onto near inside outside beside besides behind between
    among around across along through throughout toward towards up down off out about against during
    before after while as is are was were be been being am do does did has have had having will would can
    could should may might must it its he she they them his her their our your my we you i me us who what
    where when which there here not no very too also just only even still more most less least much many
    few lots lot really quite one two three four five six seven eight nine ten first second several single
    double pair couple new old modern contemporary ancient classic traditional vintage_style young happy
    sad smiling beautiful pretty cute lovely adorable gorgeous nice great good best big small little large
    tiny huge giant tall short long wide narrow high low deep close closeup close_up macro angle aerial
    top side front back view views scene scenic shot photo photos photograph photography photographic
    picture pictures image images illustration illustrated render rendering drawing graphic clipart vector
    art artwork artistic concept design style styled aesthetic detailed realistic photorealistic
    professional quality high_quality hd 4k 8k uhd hdr cinematic elegant luxury luxurious stylish fancy
    premium cozy_looking fresh delicious tasty yummy hot amazing fantastic epic awesome wonderful majestic
    stunning magical mystical serene calm peaceful tranquil quiet relaxing relaxed busy empty full open
    closed half look looking sit sitting stand standing lying laying walk walking working work works
    holding carrying wearing showing featuring using making driving sleeping resting eating drinking
    laughing waiting going coming ceramic wooden wood_grain glass metal metallic leather plastic stone
    marble paper cotton silk steel handmade homemade organic natural nature outdoors outdoor indoors
    indoor interior exterior hers male female adult human lush dense vast distant far away rolling rocky
    sandy grassy served filled made covered surrounded floating lit bathed shining glowing reflected
    reflecting reflection please create generate make show paint draw add set turn change put give let
    like want need customer customers hero header banner thumbnail cover placeholder blog post website
    site web page section feature featured surface light lights lighting
    smell scent sound taste idea recipe firm fixing mending handing moving serving
    stage_lights ray rays light_rays sun_rays
    """.split()
)
"""Known, and saying nothing a picture could show."""
