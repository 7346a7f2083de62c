"""Which shipped views are set at which sizes in tests: all, and the hard ones at all sizes."""

from kg.figures import SIZES
from kg.resources import folder

VIEWS = tuple(sorted(path.stem for path in folder("visualizations").glob("*.toml")))
EVERY_VIEW_AT = ("article", "square", "a4", "link")
HARD = (
    "contracts-by-value",
    "ends-and-bans",
    "forces-and-techniques",
    "israeli-vendors",
    "palantir",
)
"""One of each kind of drawing, and the densest."""

LARGEST = "who-supplies-whom"
"""Five sheets of a4 take as long as all small views together; article and square are tested."""

CASES = tuple(
    (view, size)
    for view in VIEWS
    for size in SIZES
    if (size in EVERY_VIEW_AT or view in HARD) and (view, size) != (LARGEST, "a4")
)
