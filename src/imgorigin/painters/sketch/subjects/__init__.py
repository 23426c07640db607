"""What pictures are of: who they are, what they look like, where they stand. From the words to the stage:

traits, measures, grips  what is known of each, as tables     drawn    drawings of our own
icons, folk              a subject as an icon                 groups   one or several of a kind
composing, attaching     those that the words relate, put together
spot, sizing             the room a place has for them, and how large they are in it
staging, onstage         each put where its kind belongs, and drawn
"""
