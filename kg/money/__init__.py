"""Money: amounts as written, and what they were in euros of their time."""

from kg.money.amounts import LOCALES, doubt, read_amount
from kg.money.rates import Rate, euros, rate, source

__all__ = ["LOCALES", "Rate", "doubt", "euros", "rate", "read_amount", "source"]
