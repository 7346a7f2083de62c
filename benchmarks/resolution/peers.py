"""What others do with the file of scale.py: ``PYTHON peers.py NAME FILE``, in their environment.

Each as its first page of documentation does it; needs nothing of this project. The last line of
the output is JSON: CPU seconds, memory at its peak, pairs a name, and the share of the true pairs
that are among those it keeps (rapidfuzz, string_grouper: above 80 %) or compares (splink).
"""

import json
import resource
import sys
import time
from collections import Counter

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Pairs = tuple[NDArray[np.int64], NDArray[np.int64], float]
"""The left and the right row of each pair, and how many pairs were compared."""


def main() -> None:
    """Read, let one of them work, tell."""
    name, path = sys.argv[1:]
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    left, right, pairs = PEERS[name](table)
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = time.process_time() + usage[1].ru_utime
    firm = table["firm"].to_numpy()
    met = int((firm[left] == firm[right]).sum())
    true = sum(n * (n - 1) // 2 for n in Counter(firm.tolist()).values())
    told = {"cpu": cpu, "stages": "", "mb": usage[0].ru_maxrss / 1024}
    told |= {"pairs": pairs / len(table), "recall": met / true}
    sys.stdout.write(json.dumps(told) + "\n")


def rapidfuzz(table: pd.DataFrame) -> Pairs:
    """All pairs by the ratio of their sorted words, in blocks of rows."""
    from rapidfuzz import fuzz
    from rapidfuzz.process import cdist

    names = table["name"].str.lower().tolist()
    left, right = [], []
    for at in range(0, len(names), 1000):
        some = names[at : at + 1000]
        found = cdist(some, names, scorer=fuzz.token_sort_ratio, score_cutoff=80, dtype=np.uint8)
        one, two = np.nonzero(found)
        is_once = one + at < two
        left.append(one[is_once] + at)
        right.append(two[is_once])
    return np.concatenate(left), np.concatenate(right), len(names) * (len(names) - 1) / 2


def string_grouper(table: pd.DataFrame) -> Pairs:
    """Cosine of trigrams above .8."""
    from string_grouper import match_strings

    found = match_strings(table["name"])
    left, right = found["left_index"].to_numpy(), found["right_index"].to_numpy()
    is_once = left < right
    return left[is_once], right[is_once], int(is_once.sum())


def splink(table: pd.DataFrame) -> Pairs:
    """Blocked on beginnings and ends, scored by Jaro-Winkler and country."""
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    table = table.assign(unique_id=range(len(table)), name=table["name"].str.lower())
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("substr(name, 1, 6)"),
            block_on("substr(name, -8)", "country"),
        ],
        comparisons=[cl.JaroWinklerAtThresholds("name", [0.95, 0.88, 0.8])],
    )
    database = DuckDBAPI()
    frame = database.register(table[["unique_id", "name", "country"]])
    linker = Linker(frame, settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    found = linker.inference.predict(threshold_match_probability=0).as_pandas_dataframe()
    left, right = found["unique_id_l"].to_numpy(), found["unique_id_r"].to_numpy()
    return left, right, len(left)


PEERS = {"rapidfuzz cdist": rapidfuzz, "string_grouper": string_grouper, "splink": splink}

if __name__ == "__main__":
    main()
