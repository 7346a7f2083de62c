"""Numbers that registers give to organisations: recognised, checked, and written in one way.

The registers are in schemes.toml; check digits are python-stdnum's work. A number that is masked,
a placeholder, or wrong is kept as the source wrote it, and never says that two records are one.
"""

from kg.identifiers.identifier import Identifier
from kg.identifiers.organisations import entity_ids, org_id, slug
from kg.identifiers.placeholders import is_masked, is_placeholder
from kg.identifiers.recognition import identify, implied, with_implied

__all__ = [
    "Identifier",
    "entity_ids",
    "identify",
    "implied",
    "is_masked",
    "is_placeholder",
    "org_id",
    "slug",
    "with_implied",
]
