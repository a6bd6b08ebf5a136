"""Phone numbers: what a person types becomes E.164, and E.164 becomes what a person reads."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

from wadesk.domain.errors import InvalidNumber

_LONGEST_TEXT = 40
_BRAZIL, _MEXICO, _ARGENTINA = 55, 52, 54


def parse_number(text: str, region: str = "BR") -> str:
    """``text`` as E.164; without ``+`` it is read as dialled in ``region``. InvalidNumber when it cannot be one.

    Forms that a country left behind but WhatsApp still knows (Brazil without the ninth digit, Mexico with
    the 1, Argentina without the 9) pass as they were typed: the server says which one is right.
    """
    try:
        number = phonenumbers.parse(text[:_LONGEST_TEXT], region)
    except NumberParseException:
        raise _refused() from None
    if len(text) > _LONGEST_TEXT or number.extension or not (_valid(number) or _older_form(number)):
        raise _refused()
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def format_number(e164: str) -> str:
    """``+5511999990011`` as ``+55 11 99999-0011``; what is no number comes back as it is."""
    try:
        return phonenumbers.format_number(phonenumbers.parse(e164), PhoneNumberFormat.INTERNATIONAL)
    except NumberParseException:
        return e164


def _valid(number: PhoneNumber) -> bool:
    return bool(phonenumbers.is_valid_number(number))


def _older_form(number: PhoneNumber) -> bool:
    digits, country = str(number.national_number), number.country_code
    if country == _BRAZIL:
        # Area code and eight digits of a mobile: the ninth was put before them in 2012 to 2016.
        return len(digits) == 10 and digits[2] in "6789" and _valid_as(country, f"{digits[:2]}9{digits[2:]}")
    if country == _MEXICO:
        return len(digits) == 11 and digits[0] == "1" and _valid_as(country, digits[1:])
    if country == _ARGENTINA:
        return len(digits) == 10 and _valid_as(country, f"9{digits}")
    return False


def _valid_as(country: int, digits: str) -> bool:
    return _valid(PhoneNumber(country_code=country, national_number=int(digits)))


def _refused() -> InvalidNumber:
    return InvalidNumber("invalid_number", "This cannot be a phone number. Write it with country and area code.")
