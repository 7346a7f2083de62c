"""Other matchers, joined as their own documentation does, for the names of one table.

They are in the dependency group ``bench`` and nowhere else; what is not installed is left out and
said so. All get names in small letters and nothing else: no legal forms, no countries, no tuning.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

Link = tuple[int, int]
CUT = 90
"""rapidfuzz: joined from this score on, as most scripts do."""
GROUPED = 0.8
"""string_grouper: its own default."""
LIKELY = 0.9
"""splink: the likelihood from which its tutorials cluster."""
LOGIC = 0.7
"""nomenklatura: the threshold of its own command."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """A matcher: its package, what it is called here, and the links it makes among names."""

    package: str
    name: str
    links: Callable[[Sequence[str]], Iterator[Link]]

    @property
    def version(self) -> str:
        """The version that is installed, or nothing."""
        try:
            return version(self.package)
        except PackageNotFoundError:
            return ""


def joined(matcher: Matcher, names: Sequence[str]) -> list[int]:
    """The connected components of a matcher's links, each named by its first place."""
    head = list(range(len(names)))

    def of(at: int) -> int:
        while head[at] != at:
            at = head[at]
        return at

    for one, two in matcher.links(names):
        head[max(of(one), of(two))] = min(of(one), of(two))
    return [of(at) for at in range(len(names))]


def token_set(names: Sequence[str]) -> Iterator[Link]:
    """rapidfuzz, token_set_ratio."""
    from rapidfuzz import fuzz

    return _rapidfuzz(names, fuzz.token_set_ratio)


def w_ratio(names: Sequence[str]) -> Iterator[Link]:
    """rapidfuzz, WRatio."""
    from rapidfuzz import fuzz

    return _rapidfuzz(names, fuzz.WRatio)


def _rapidfuzz(names: Sequence[str], scorer: Any) -> Iterator[Link]:
    import numpy as np
    from rapidfuzz.process import cdist

    matrix = cdist(names, names, scorer=scorer, score_cutoff=CUT, dtype=np.uint8)
    yield from ((one, two) for one, two in np.argwhere(matrix > 0).tolist() if one < two)


def string_grouper(names: Sequence[str]) -> Iterator[Link]:
    """string_grouper: the cosine of trigrams weighed by their rarity in the table."""
    import pandas as pd
    from string_grouper import match_strings

    found = match_strings(pd.Series(names), min_similarity=GROUPED)
    for one, two in zip(found["left_index"], found["right_index"], strict=True):
        if one < two:
            yield int(one), int(two)


def splink(names: Sequence[str]) -> Iterator[Link]:
    """Splink on DuckDB, learnt from the table itself: the name and its first and second word."""
    import pandas as pd
    from splink import DuckDBAPI, Linker, block_on

    split = [name.split() for name in names]
    columns = {
        "unique_id": range(len(names)),
        "name": names,
        "first": [words[0] if words else None for words in split],
        "second": [words[1] if len(words) > 1 else None for words in split],
    }
    linker = Linker(DuckDBAPI().register(pd.DataFrame(columns)), _settings())
    training = linker.training
    rules = [block_on("first", "second")]
    training.estimate_probability_two_random_records_match(rules, recall=0.7)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    training.estimate_parameters_using_expectation_maximisation(
        block_on("substr(name, 1, 3)"), fix_probability_two_random_records_match=True
    )
    found = linker.inference.predict(threshold_match_probability=LIKELY).as_pandas_dataframe()
    for one, two in zip(found["unique_id_l"], found["unique_id_r"], strict=True):
        yield int(one), int(two)


def _settings() -> Any:
    import splink.comparison_library as compare
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compare.JaroWinklerAtThresholds("name", [0.95, 0.88, 0.8]),
            compare.ExactMatch("first").configure(term_frequency_adjustments=True),
            compare.ExactMatch("second").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("first"),
            block_on("substr(name, 1, 4)"),
            block_on("second"),
        ],
    )


def logic(names: Sequence[str]) -> Iterator[Link]:
    """nomenklatura, logic-v2: every pair that shares a word, as two companies."""
    from followthemoney import model
    from nomenklatura.matching import LogicV2
    from nomenklatura.matching.types import ScoringConfig

    entities = [
        model.get_proxy({"id": str(at), "schema": "Company", "properties": {"name": [name]}})
        for at, name in enumerate(names)
    ]
    config = ScoringConfig.defaults()
    for one, two in _sharing(names):
        if LogicV2.compare(entities[one], entities[two], config).score >= LOGIC:
            yield one, two


def _sharing(names: Sequence[str]) -> Iterator[Link]:
    """Places of names that share a word, each pair once."""
    having: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        for word in set(name.split()):
            having.setdefault(word, []).append(at)
    pairs = {
        (one, two) for places in having.values() for one in places for two in places if one < two
    }
    yield from sorted(pairs)


MATCHERS = (
    Matcher("rapidfuzz", "rapidfuzz token_set", token_set),
    Matcher("rapidfuzz", "rapidfuzz WRatio", w_ratio),
    Matcher("string_grouper", "string_grouper", string_grouper),
    Matcher("splink", "splink", splink),
    Matcher("nomenklatura", "nomenklatura logic-v2", logic),
)
