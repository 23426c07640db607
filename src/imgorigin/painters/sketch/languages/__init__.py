"""Prompts in other languages: foreign words -> English terms, which the English grammar then reads on.

    tables/     one readable file a language: grammar, times, places, colours, common things, edit words
    ../assets/words   names of things, from Unicode's CLDR; built by scripts/build_sketch_languages.py
    language    what a word means: as written, without accents, by its stem, in parts
    segments    words of scripts that leave no spaces       arranging   the order English wants them in
    choosing    which language a text is in                 instructions  edits, with their marks and quotes
    loading     a language from its files                   item  a word and its English term

Nothing here is loaded as long as English knows all words. A text is in one language as a whole; words that
it does not know stay as they were written, so that English may know them ("Laptop") or they are reported.

To mend a language, edit its table. A row is an English term the painter knows, and the words that mean it:

    black = schwarz, pechschwarz
    (nothing) = der, die, das        words that say nothing
    (at) = en                        "on" a sofa, "in" all else
    (of) (subject) (start)           particles of languages that put relations behind their nouns

Before the rows stand settings, all of them optional:

    endings      what a word may end in or lose: "roter" and "rote" are "rot"
    stems        letters that words with different endings must share, 4 if it is not said
    plurals      endings that mean several, "s" (added) or "o>i" (instead)
    joints       what joins the parts of compounds: "Sonne-n-untergang"
    elisions     articles written together with their noun: "l'arbre"
    spellings    other ways to write a letter: "ae>ä"
    particles    what follows a noun without a space, and is a row of its own
    without      names of things in CLDR that are better read word by word
    order        "adjectives after" nouns; "relations after" nouns, but "verbs between"; "no spaces"

To add one: a table, a row in LANGUAGES, and a run of the script for its names of things.
"""

from __future__ import annotations

from imgorigin.painters.sketch.languages.arranging import arranged
from imgorigin.painters.sketch.languages.choosing import LANGUAGES, language_of
from imgorigin.painters.sketch.languages.language import Language


def in_english(words: list[str], known: float) -> list[str] | None:
    """The English terms of words, in the order of English; None where no other language knows more of them
    than `known`, the number of words that English does."""
    language = language_of(words, known)
    return None if language is None else translated(words, language)


def translated(words: list[str], language: Language) -> list[str]:
    """The English terms of words in a language; those it does not know as they are."""
    return [item.term for item in arranged(language.items(words), language)]


__all__ = ["LANGUAGES", "in_english", "language_of", "translated"]
