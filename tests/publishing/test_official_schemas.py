"""What is made from the metadata, by the schemas of those who wrote the formats; all offline."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import yaml
from some_metadata import FULL, PLAIN

from biometrics_china import codebook, metadata
from biometrics_china.publishing import metadata_files

ROOT = Path(__file__).parents[2]


def faults(schema: dict, value: object) -> list[str]:
    """Return what a schema objects to, by its own draft."""
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return [f"{e.json_path}: {e.message}" for e in kind(schema).iter_errors(value)]


# -------------------------------------------------------------------------- Citation File Format 1.2


@pytest.fixture(scope="module")
def cff_schema():
    path = files("check_jsonschema") / "builtin_schemas/vendor/citation-file-format.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert schema["$id"] == "https://citation-file-format.github.io/1.2.0/schema.json"
    return schema


def test_the_citation_file_passes_the_schema_of_its_format(cff_schema):
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert faults(cff_schema, yaml.safe_load(text)) == []


@pytest.mark.parametrize("facts", [PLAIN, FULL], ids=["plain", "full"])
def test_a_citation_file_with_every_field_passes_too(cff_schema, facts):
    assert faults(cff_schema, yaml.safe_load(metadata_files.citation_cff(facts))) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("license", "MIT License"),
        ("doi", "https://doi.org/10.1/x"),
        ("date-released", "2026-13-01"),
    ],
)
def test_the_schema_sees_faults_in_a_citation_file(cff_schema, field, value):
    made = yaml.safe_load(metadata_files.citation_cff(FULL))
    assert faults(cff_schema, made | {field: value})


# --------------------------------------------------------------------------------- Data Package 2.0


@pytest.fixture(scope="module")
def package_schema():
    """Return the profile, mended where it departs from the text of the standard it belongs to.

    Its authors know both faults: it leaves out the type `list` (frictionlessdata/datapackage,
    issue 1089), and takes `fieldsMatch` for an array (issue 965).
    """
    path = files("dplib") / "profiles/2.0/datapackage.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    tables = schema["properties"]["resources"]["items"]["properties"]["schema"]["properties"]
    kinds = tables["fields"]["items"]["oneOf"]
    assert not [k for k in kinds if k["properties"]["type"]["enum"] == ["list"]]
    listed = json.loads(json.dumps(next(k for k in kinds if k["title"] == "String Field")))
    listed["properties"]["type"]["enum"] = ["list"]
    listed["required"] = ["name", "type"]
    listed["properties"] |= {"delimiter": {"type": "string"}, "itemType": {"type": "string"}}
    kinds.append(listed)
    assert tables["fieldsMatch"]["type"] == "array"
    tables["fieldsMatch"] = tables["fieldsMatch"]["item"]
    return schema


def test_the_published_descriptor_passes_the_profile_of_data_package_2(package_schema):
    assert faults(package_schema, codebook.published_descriptor()) == []


@pytest.mark.parametrize(
    "plant",
    [
        {"resources": []},
        {"version": 2026},
        {"licenses": [{"title": "of a name only"}]},
        {"contributors": [{"roles": "author"}]},
        {"keywords": []},
    ],
)
def test_the_profile_sees_faults(package_schema, plant):
    assert faults(package_schema, codebook.published_descriptor() | plant)


def test_the_profile_sees_a_fault_in_a_field(package_schema):
    described = json.loads(json.dumps(codebook.published_descriptor()))
    del described["resources"][0]["schema"]["fields"][0]["name"]
    assert faults(package_schema, described)


# -------------------------------------------------------------------------------------------- Zenodo

#: no package ships a schema of Zenodo's, so what its description of deposits asks for is said here
ZENODO = {
    "type": "object",
    "required": ["title", "upload_type", "publication_type", "description", "creators"],
    "additionalProperties": False,
    "properties": {
        "title": {"type": "string", "minLength": 1},
        "upload_type": {"const": "publication"},
        "publication_type": {"enum": ["book", "section", "article", "report", "other"]},
        "description": {"type": "string", "minLength": 1},
        "creators": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name"],
                "additionalProperties": False,
                "properties": {
                    "name": {"type": "string"},
                    "orcid": {"pattern": r"^(\d{4}-){3}\d{3}[\dX]$"},
                },
            },
        },
        "access_right": {"enum": ["open", "embargoed", "restricted", "closed"]},
        "license": {"enum": ["cc-by-4.0", "mit"]},
        "version": {"type": "string"},
        "publication_date": {"pattern": r"^\d{4}-\d\d-\d\d$"},
        "doi": {"pattern": r"^10\."},
        "keywords": {"type": "array", "items": {"type": "string"}},
        "related_identifiers": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["identifier", "relation"],
                "properties": {"relation": {"enum": ["isIdenticalTo", "isSupplementedBy"]}},
            },
        },
    },
}


@pytest.mark.parametrize("facts", [PLAIN, FULL, metadata.load()], ids=["plain", "full", "real"])
def test_the_file_for_zenodo_keeps_to_what_zenodo_reads(facts):
    assert faults(ZENODO, metadata_files.zenodo(facts)) == []
    assert faults(ZENODO, metadata_files.zenodo(facts) | {"license": "CC BY"})
