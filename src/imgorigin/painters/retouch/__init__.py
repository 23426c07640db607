"""Classical edits: what can be done to any picture without knowing what is in it.

    reading     an instruction -> clauses -> steps         words       the tables of it
    operations  the table of operations on pixels          tones, softness, shapes, frames, air   what they do
    lettering   text as outlines                           cutout      the subject of a photo (extra `cutout`)
    compose     an edit kept inside a mask                 retouched   all of it: image, instruction -> image

Pure functions on pyvips images; no HTTP, no clock, no chance but seeded. A picture whose scene is known (a
sketch) reads the same clauses and carries out most of the same steps on the drawing itself.
"""
