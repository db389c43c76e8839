"""Currencies and the number of decimals their amounts carry.

Codes: ISO 4217 (list one, list three for withdrawn codes still found in books), the crown
dependencies' local codes and two crypto-assets that providers accept. Decimals: ISO 4217 "minor
unit". Metals have none there; troy ounces are carried to four decimals. Bitcoin and Bitcoin Cash
count in satoshi, eight decimals.
"""

from __future__ import annotations

from typing import Final

_TWO: Final = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GGP GHS GIP GMD
GTQ GYD HKD HNL HRK HTG HUF IDR ILS IMP INR IRR JEP JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL LTL
LVL MAD MDL MGA MKD MMK MNT MOP MRO MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK
PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STD STN SVC SYP SZL THB TJS
TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VEF VES WST XAD XCD XCG XDR YER ZAR ZMK ZMW ZWG ZWL
"""
_ZERO: Final = "BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE: Final = "BHD IQD JOD KWD LYD OMR TND"
_FOUR: Final = "CLF UYW XAG XAU XPD XPT"
_EIGHT: Final = "BCH BTC"

MINOR_UNITS: Final[dict[str, int]] = {
    code: decimals
    for codes, decimals in ((_TWO, 2), (_ZERO, 0), (_THREE, 3), (_FOUR, 4), (_EIGHT, 8))
    for code in codes.split()
}
"""Decimals of an amount, by currency code."""

NON_FIAT: Final = frozenset({"BCH", "BTC", "XAG", "XAU", "XDR", "XPD", "XPT"})
"""Codes that are no state's money: metals, drawing rights, crypto-assets."""


def minor_units(currency: str) -> int:
    """Decimals an amount in this currency carries. Raises KeyError for an unknown code."""
    return MINOR_UNITS[currency]
