"""How many bodies lack which name, on a register of four."""

import pandas as pd

from biometrics_china.analysis.partner_register import names_held

ENTITIES = pd.DataFrame(
    {
        "id": ["a", "b", "c", "d"],
        "name_en": ["A Ltd", None, "C", "D"],
        "name_zh": [None, "乙", None, None],
        "aliases": [(), (), ("丙公司",), ()],
    }
)
NAMES = pd.DataFrame(
    [
        ("a", "甲有限公司", "zh", "official"),
        ("a", "老甲", "zh", "former"),
        ("b", "B", "en", "abbreviation"),
        ("c", "丙", "zh", "short"),
        ("d", "丁", "zh", "translation"),
    ],
    columns=["entity_id", "name", "language", "kind"],
)


def test_what_bodies_lack_is_counted_apart_for_those_known_beyond_lists():
    found = names_held.lacking_of(ENTITIES, NAMES, {"a", "b"}).to_dict("records")
    first, second = found
    assert first == {
        "group": "With a record beyond lists",
        "bodies": 2,
        "english": 0,
        "chinese": 0,
        "translated": 0,
        "official": 1,
        "former": 1,
    }
    assert second == {
        "group": "On lists only",
        "bodies": 2,
        "english": 0,
        "chinese": 1,
        "translated": 1,
        "official": 2,
        "former": 2,
    }


def test_a_body_without_a_name_in_either_language_lacks_both():
    entities = ENTITIES.iloc[[1]].assign(name_zh=None)
    [row, _] = names_held.lacking_of(entities, NAMES.iloc[:0], {"b"}).to_dict("records")
    assert (row["english"], row["chinese"]) == (1, 1)


def test_every_chinese_body_is_counted_once():
    found = names_held.lacking()
    assert found["bodies"].sum() > 1900
    for column in ("english", "chinese", "official", "former"):
        assert found[column].le(found["bodies"]).all()
