import pytest

from onrecord.documents.document import new_document
from onrecord.documents.language import language_code, language_omission, name_language

TEXTS = {
    "en": "The ministry said on Monday that its forces had left the town and that nobody had been hurt in the shelling of the night before.",
    "fr": "Le ministère a déclaré lundi que ses forces avaient quitté la ville et que personne n'avait été blessé dans les bombardements de la nuit.",
    "ru": "Министерство заявило в понедельник, что его силы покинули город и что никто не пострадал при ночном обстреле.",
    "ar": "قالت الوزارة يوم الاثنين إن قواتها غادرت المدينة وإن أحدا لم يصب بأذى في القصف الذي وقع ليلة أمس على المنطقة الحدودية بين البلدين.",
    "tr": "Bakanlık pazartesi günü kuvvetlerinin şehirden ayrıldığını ve geceki bombardımanda kimsenin yaralanmadığını açıkladı.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_languages_are_named(code: str) -> None:
    assert name_language(TEXTS[code]) == code


def test_too_little_text_is_taken_for_english() -> None:
    assert name_language("Baku, Gəncə, Şuşa") == "en"


def test_wire_copy_in_capitals_is_english() -> None:
    assert name_language(TEXTS["en"].upper()) == "en"


def test_names_of_another_language_do_not_make_an_english_text_foreign() -> None:
    text = "Mamadou Ouédraogo and Aïcha Traoré met Général Sékou Camara in Ouagadougou; they agreed to the exchange of prisoners at Bobo-Dioulasso."
    assert name_language(text) == "en"


@pytest.mark.parametrize(("given", "code"), [("en-GB", "en"), ("ENG", "en"), ("fr", "fr"), ("zh_Hant", "zh"), ("", "en")])
def test_language_tags(given: str, code: str) -> None:
    assert language_code(given) == code


def test_a_language_not_read_is_an_omission_of_the_whole_text() -> None:
    omission = language_omission(new_document(TEXTS["fr"], language="fr"))
    assert omission is not None
    assert omission.reason == "language not read yet: fr"
    assert language_omission(new_document(TEXTS["en"])) is None
