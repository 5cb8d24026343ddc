"""What the steps of matching need in the browser: the tables and limits of `register.matcher`."""

from __future__ import annotations

from typing import Any

from biometrics_china.register import (
    forms,
    loose,
    match,
    matcher,
    names,
    near,
    similar,
    told,
    vocabulary,
)
from biometrics_china.register.entities import bodies, common

#: Chinese characters of legal forms and numbers, which no key holds
_FORMS = "股份有限责任总分子公司第十百"


def tables() -> dict[str, Any]:
    """Return the tables and limits under the names that `static/register-match.js` knows."""
    held = {*"".join("".join(b.names) for b in bodies()), *_FORMS, *vocabulary.HAN_TELLS_NOTHING}
    return {
        "grades": match.GRADES,
        "common": sorted(common()),
        "variants": {a: b for a, b in names.variants().items() if b in held},
        "letters": names.LETTERS,
        "in_full": names.WORDS,
        "forms": sorted(forms.FORMS),
        "forms_of": {form: where.split() for form, where in forms.FORMS_OF.items()},
        "of_heads": sorted(forms.OF_HEADS),
        "at_start": sorted(forms.AT_START),
        "at_end": sorted(forms.AT_END),
        "kinds_of": forms.KINDS,
        "most": matcher.MOST,
        "few_latin": match.FEW_LATIN,
        "few_han": vocabulary.FEW_HAN,
        "borne_elsewhere": sorted(vocabulary.BORNE_ELSEWHERE),
        "phrases": list(forms.PHRASES.items()),
        "generic": sorted(vocabulary.GENERIC | vocabulary.PLACES),
        "institutions": sorted(vocabulary.INSTITUTIONS),
        "places": sorted(vocabulary.PLACES),
        "han_places": vocabulary.HAN_PLACES,
        "han_tells_nothing": vocabulary.HAN_TELLS_NOTHING,
        "han_tail": vocabulary.HAN_TAIL,
        "scanned": list(similar.SCANNED.items()),
        "similar": similar.SIMILAR,
        "slips": similar.SLIPS,
        "letters_a_slip": similar.LETTERS_A_SLIP,
        "beginning": told.BEGINNING,
        "head": near.HEAD,
        "mended": near.MENDED,
        "mended_within": near.MENDED_WITHIN,
        "long_sound": match.LONG_SOUND,
        "form_sound": matcher.FORM_SOUND,
        "office": loose.OFFICE,
        "region": loose.REGION,
        "han_region": loose.HAN_REGION,
        "army": loose.ARMY,
        "in_english": loose.IN_ENGLISH,
        "little": sorted(loose.LITTLE),
    }
