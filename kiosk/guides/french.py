"""What pydantic found wrong, as one French sentence that names the field."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_SENTENCES = {
    "missing": "ce champ manque",
    "extra_forbidden": "ce champ n’existe pas",
    "bool_type": "il faut true ou false",
    "bool_parsing": "il faut true ou false",
    "int_type": "il faut un nombre entier",
    "int_parsing": "il faut un nombre entier",
    "int_from_float": "il faut un nombre entier",
    "float_type": "il faut un nombre",
    "float_parsing": "il faut un nombre",
    "string_type": "il faut un texte (entre guillemets si c’est un nombre)",
    "string_too_short": "le texte est vide",
    "string_too_long": "le texte est trop long",
    "string_pattern_mismatch": "le texte n’a pas la forme attendue",
    "date_type": "il faut une date comme 2026-11-22",
    "date_parsing": "il faut une date comme 2026-11-22",
    "date_from_datetime_parsing": "il faut une date comme 2026-11-22",
    "date_from_datetime_inexact": "il faut une date comme 2026-11-22",
    "too_short": "la liste est trop courte",
    "too_long": "la liste est trop longue",
    "tuple_type": "il faut une liste",
    "model_type": "il faut des champs, pas une seule valeur",
    "greater_than": "le nombre est trop petit",
    "greater_than_equal": "le nombre est trop petit",
    "less_than_equal": "le nombre est trop grand",
}


def explain(error: ValidationError) -> str:
    """The first thing wrong, e.g. "champ « deadlines[0].unit » : …", and how many more there are."""
    found = error.errors()
    more = f" (et {len(found) - 1} autre(s) faute(s))" if len(found) > 1 else ""
    return f"{_place(found[0])}{_reason(found[0])}{more}"


def _place(detail: ErrorDetails) -> str:
    path = ""
    for step in detail["loc"]:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return f"champ «\u00a0{path}\u00a0»\u00a0: " if path else ""


def _reason(detail: ErrorDetails) -> str:
    if detail["type"] == "value_error":
        return str(detail["ctx"]["error"])
    if detail["type"] == "enum":
        return f"«\u00a0{detail['input']}\u00a0» n’est pas une des valeurs possibles\u00a0: {detail['ctx']['expected']}"
    return _SENTENCES.get(detail["type"], "la valeur ne convient pas")
