"""The words of finishing steps: tables, nothing else.

`_` joins words that a clause must all have, in any order: "blur_background".
"""

from __future__ import annotations

from typing import Final

OPERATIONS: Final = {
    "blur background": "blur_background blurred_background blurry_background bokeh_background "
    "background_out_focus depth_of_field shallow_focus portrait_mode unsharp_background soft_background",
    "cutout": "remove_background delete_background erase_background no_background without_background "
    "transparent_background transparent background_transparent cut_out cutout background_away",
    "fill": "fill_canvas fill_frame fill_picture",
    "text": "",
    "upside down": "upside_down rotate_180 rotated_180 turn_180",
    "rotate": "rotate rotated rotation tilt tilted turn_degrees turn_clockwise turn_counterclockwise "
    "turn_90 quarter_turn straighten",
    "flip": "flip flipped mirror mirrored mirror_image reverse",
    "crop": "crop cropped trim cut_to square_image make_square circle_crop make_circle circular make_round "
    "avatar",
    "zoom": "zoom zoomed close_up closeup closer zoom_out wider_view wider_shot farther_away further_away "
    "move_back step_back",
    "rounded": "rounded_corners round_corners rounded_edges round_edges rounded round_off",
    "border": "border bordered frame framed outline_around edge_around polaroid passepartout",
    "shadow": "shadow drop_shadow dropshadow",
    "vignette": "vignette vignetting darken_corners darken_edges dark_corners dark_edges darker_corners "
    "darker_edges spotlight",
    "brighten": "brighten brighter lighten lighter brightness lighten_up more_light bright",
    "darken": "darken darker dim dimmer less_light lower_brightness less_bright reduce_brightness",
    "contrast": "contrast contrasty more_contrast punchier punchy",
    "flatten": "less_contrast lower_contrast reduce_contrast flatter low_contrast decrease_contrast",
    "saturate": "saturate saturation more_saturation more_saturated more_color more_colour "
    "more_colorful more_colourful",
    "desaturate": "desaturate less_saturation less_saturated lower_saturation reduce_saturation "
    "less_color less_colour less_colorful less_colourful decrease_saturation",
    "tint": "tint tinted tinge color_overlay colour_overlay overlay duotone color_filter tone_tint wash",
    "invert": "invert inverted negative invert_colors inverse",
    "posterise": "posterise posterize posterised posterized poster_effect pop_art",
    "pixelate": "pixelate pixelated pixelize pixelise mosaic_effect censor",
    "sharpen": "sharpen sharper sharp crisp crisper sharpness more_detail",
    "blur": "blur blurred blurry soften unsharp gaussian_blur out_focus",
    "enhance": "enhance enhanced improve improved better make_pop pop_more pop_out auto_tone improve_quality "
    "better_quality higher_quality high_quality more_quality",
}
"""Name of the step <- terms. The term with the most words counts; of equal ones the first."""

GRADING: Final = {
    "warmer": "warm warmer cozy cosy",
    "cooler": "cool cooler cold colder chilly",
    "sepia": "sepia old_photo",
    "grayscale": "grayscale greyscale monochrome gray_scale grey_scale bw black_white colorless colourless",
    "saturate": "vivid vibrant colorful colourful intense bold saturated",
    "desaturate": "muted faded desaturated vintage retro washed_out",
    "brighten": "pastel airy",
    "darken": "dark moody gloomy",
    "night": "night nighttime midnight moonlight moonlit",
    "sunset": "sunset sundown dusk twilight evening",
    "golden": "golden_hour golden_light golden late_afternoon sunny sunshine sunlight sunlit",
    "dawn": "dawn sunrise morning",
    "snow": "snow snowy snowing snowfall winter wintry",
    "rain": "rain rainy raining rainfall storm stormy",
    "fog": "fog foggy mist misty haze hazy",
}
"""What a painter that knows the scene repaints, and pixels are graded for."""
REPAINTED: Final = frozenset({"night", "sunset", "golden", "dawn", "snow", "rain", "fog"})
"""Of these, what such a painter repaints even where the words say how much."""

GROUPS: Final = {
    "light and tone": "enhance, brighten, darken, contrast, saturate, warmer, cooler, sepia, grayscale, "
    "invert, tint",
    "shape": "crop, zoom in, zoom out, rotate, flip, rounded corners",
    "finish": "blur, sharpen, add text 'Sale', border, shadow, vignette, posterise, pixelate",
    "background": "remove or blur the background",
}
GRADING_GROUP: Final = {"time and weather": "night, sunset, golden hour, dawn, snow, rain, fog"}

AMOUNTS: Final = {
    0.5: "slightly slight bit little touch subtle subtly gently gentle lightly faint mild thin small soft",
    1.8: "much very lot lots strongly strong heavily heavy really super thick big large significantly far",
    2.6: "extremely extreme massively huge",
}
"""Times the usual strength <- words."""

WHERE: Final = {
    "left": "left lefthand",
    "right": "right righthand",
    "top": "top upper above",
    "bottom": "bottom lower below beneath underneath",
    "middle": "middle center centre centered centred central",
    "corner": "corner corners",
    "horizontal": "horizontal horizontally sideways leftright",
    "vertical": "vertical vertically updown upside down",
    "square": "square squared 1x1",
    "circle": "circle round circular avatar",
    "half": "half",
    "third": "third",
    "quarter": "quarter",
    "out": "out wider farther further back",
    "clockwise": "clockwise cw",
    "counter": "counterclockwise anticlockwise counter anti ccw",
}

UNITS: Final = {
    "%": "% percent pct percentage",
    "px": "px pixel pixels",
    "degrees": "° deg degree degrees",
    "x": "x times",
}

TEXT: Final = frozenset(
    "text caption title heading headline words word write writing says saying label".split()
)
"""What announces text that is to be written on the picture."""

REMOVING: Final = frozenset(
    "remove without no stop less clear away erase delete dry melt drop lose hide minus rid undo reset".split()
)
ADDING: Final = frozenset("add put place insert include draw give bring paste with plus write".split())
CHANGING: Final = frozenset(
    "make turn change replace swap exchange convert transform set move switch paint colour color recolor "
    "recolour take transport relocate get rid keep let have enlarge shrink".split()
)
VERBS: Final = (
    ADDING
    | CHANGING
    | (REMOVING - frozenset("clear less away no dry minus rid".split()))
    | frozenset(
        "sharpen rotate flip brighten darken lighten saturate desaturate invert pixelate posterise posterize "
        "apply increase decrease reduce".split()
    )
) - frozenset("with plus get rid let have keep color colour text without".split())
"""Words a new clause may begin with where nothing separates it from the last: "make it night add snow"."""

IDLE: Final = frozenset(
    """
    a an the this that it its to of on in at by for from and or as is be with into onto please just also too
    some any more picture image photo photograph drawing illustration scene whole entire everything all make
    turn change add give put set apply use get let have want look looking effect filter style around amount
    increase decrease reduce raise lower do can you could would i my me us so bit lot little while keep side
    part edge edges corners degree shape format lighting light colors colours color colour tone tones
    one up out off then now there only version mode hand quality
    """.split()
)
"""Known, and saying nothing of their own in a step."""
