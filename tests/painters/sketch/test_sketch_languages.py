"""Prompts and edits in other languages."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import imgorigin.painters.sketch.languages as room
from imgorigin.painters.sketch.edits import edited
from imgorigin.painters.sketch.edits.request import is_known
from imgorigin.painters.sketch.languages import LANGUAGES, language_of
from imgorigin.painters.sketch.languages.instructions import instruction_in_english
from imgorigin.painters.sketch.languages.item import MARKS
from imgorigin.painters.sketch.reading import read
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.vocabulary import meaning, tokens
from tests.painters.sketch.pictures import painted

TABLE = Path(__file__).parent / "in_languages.txt"
TABLES = Path(room.__file__).parent / "tables"


def cases() -> Iterator[tuple[str, str, str, str]]:
    """Language, prompt, what of the surroundings it must give, and its subjects."""
    code = ""
    for line in filter(None, TABLE.read_text(encoding="utf-8").splitlines()):
        if line.startswith("["):
            code = line.strip("[]")
        else:
            prompt, setting, subjects = (part.strip() for part in line.split("|"))
            yield code, prompt, setting, subjects


def surroundings(scene: Scene) -> set[str]:
    return {scene.place, scene.time, *scene.conditions, *scene.styles}


def named(subject: Subject) -> str:
    count = str(subject.count) if subject.count > 1 else ""
    return " ".join(part for part in (count, subject.color_name, subject.name) if part)


def told(scene: Scene) -> str:
    """The subjects as the table writes them: "cat on sofa, sofa"."""
    lines = []
    for one in scene.subjects:
        other = f" {one.relation} {scene.subjects[one.other].name}" if one.other >= 0 else ""
        held = f" holding {named(one.holding)}" if one.holding else ""
        lines.append(f"{named(one)}{other}{held}")
    return ", ".join(lines) or "-"


@pytest.mark.parametrize(("code", "prompt", "setting", "subjects"), [*cases()])
def test_a_prompt_in_another_language(code: str, prompt: str, setting: str, subjects: str) -> None:
    scene = read(prompt, 7)
    assert scene.place == setting.split(maxsplit=1)[0]
    assert surroundings(scene) >= set(setting.split())
    assert told(scene) == subjects
    assert not scene.unknown
    language = language_of(tokens(prompt), 0)
    assert language
    assert language.code == code.partition("-")[0]


def test_the_table_has_a_dozen_prompts_of_each_of_twelve_languages() -> None:
    counts = Counter(code for code, *_ in cases())
    assert len(counts) >= 12
    assert min(counts.values()) >= 12


def test_english_loads_no_language() -> None:
    """In a process of its own: what has been loaded stays so."""
    program = """
from imgorigin.painters.sketch.edits import edited
from imgorigin.painters.sketch.languages import choosing, language
from imgorigin.painters.sketch.reading import read
def never(*_): raise AssertionError("a language was loaded")
choosing.loaded = never
for prompt in ("red fox in a snowy forest", "sunset over mountains", "🦊 🌲", "two cats, watercolor"):
    edited(read(prompt, 1), ["make it night", "add a red balloon and a border", "black and white"])
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


@pytest.mark.parametrize(
    "prompt", ["a red zyxomat in the forest", "the quokka", "portrait of Ada Lovelace with a dog on a sofa"]
)
def test_a_strange_word_does_not_make_english_another_language(prompt: str) -> None:
    known = sum(meaning(word) is not None for word in tokens(prompt))
    assert language_of(tokens(prompt), known) is None


def test_marks_over_letters_may_be_left_out() -> None:
    for written, plain in (("Bäume im Frühling", "baume im fruhling"), ("forêt enneigée", "foret enneigee")):
        assert read(written, 3) == read(plain, 3)
    assert read("Bäume", 3) == read("baeume", 3)


@pytest.mark.parametrize(
    ("prompt", "subject"),
    [
        ("Winterwald mit Laubfrosch", "frog"),
        ("Gartenhaus im Schnee", "house"),
        ("un gatto e l'albero", "cat"),
        ("лисиці в лісі", "fox"),
        ("w lesie z wilkiem", "wolf"),
    ],
)
def test_forms_and_compounds(prompt: str, subject: str) -> None:
    assert subject in [one.name for one in read(prompt, 1).subjects]


def test_what_a_language_does_not_know_stays_as_it_was_written() -> None:
    assert read("ein Xyzquark im Wald", 1).unknown == ("xyzquark",)
    assert read("森の中のヌルポガ", 1).unknown == ("ヌルポガ",)


def test_loanwords_and_pictographs_are_read_on() -> None:
    assert [one.name for one in read("ein Sandwich im Wald 🦊", 1).subjects] == ["sandwich", "fox"]


def test_a_keyword_that_may_mean_a_thing_gives_way_to_things() -> None:
    assert [one.name for one in read("romantique chien", 1).subjects] == ["dog"]


@pytest.mark.parametrize(
    "instruction",
    "Füge Schnee hinzu|ajoute de la neige|añade nieve|adicione neve|aggiungi la neve|voeg sneeuw toe|"
    "dodaj śnieg|додай сніг|雪を追加|添加雪|눈을 추가해줘".split("|"),
)
def test_snow_is_added_in_any_language(instruction: str) -> None:
    scene, not_done = edited(read("a dog in the city", 1), [instruction])
    assert "snow" in scene.conditions
    assert [one.name for one in scene.subjects] == ["dog"]
    assert not not_done


@pytest.mark.parametrize(
    "instruction",
    "den Hund entfernen|enlève le chien|quita el perro|remova o cachorro|rimuovi il cane|verwijder de hond|"
    "usuń psa|прибери собаку|犬を削除|去掉狗|개를 제거해줘".split("|"),
)
def test_a_thing_is_removed_in_any_language(instruction: str) -> None:
    scene, _ = edited(read("a dog on a red car", 1), [instruction])
    assert [one.name for one in scene.subjects] == ["automobile"]


def test_an_instruction_keeps_its_quotes_marks_and_numbers() -> None:
    text = "Füge Text 'Roter Hund' unten hinzu, Kontrast 1.5"
    assert instruction_in_english(text, is_known) == "add text 'Roter Hund' bottom, contrast 1.5"
    assert instruction_in_english("make it night, please", is_known) == "make it night, please"


def test_what_is_to_be_written_is_not_translated() -> None:
    scene, _ = edited(read("Hund am Strand", 1), ["schreibe Roter Hund"])
    assert [step.text for step in scene.finish] == ["Roter hund"]


def test_the_same_words_give_the_same_drawing_and_english_alt_text() -> None:
    first, second = painted("roter Fuchs im verschneiten Wald"), painted("roter Fuchs im verschneiten Wald")
    assert first == second
    assert "red fox" in str(first.facts["alt"]).lower()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_table_says_things_the_painter_knows_and_each_word_once(code: str) -> None:
    meanings: dict[str, str] = {}
    for line in (TABLES / f"{code}.txt").read_text(encoding="utf-8").splitlines():
        english, is_row, words = line.partition(" = ")
        if line.startswith("#") or not is_row:
            continue
        assert english in MARKS or meaning(english) or all(map(is_known, english.split())), line
        for word in words.split(","):
            assert word.strip(), line
            assert meanings.setdefault(word.strip().lower(), english) == english, line
