"""The starting points that a page offers, in the numbers of the page."""

from kg.pages.numbers import Numbers
from kg.views.picture import Picture, Preset


def presets(picture: Picture, number: Numbers) -> list[dict[str, object]]:
    """What each starting point shows; an empty list shows everything."""
    return [_preset(preset, number) for preset in picture.presets]


def _preset(preset: Preset, number: Numbers) -> dict[str, object]:
    return {
        "title": number.worded.said(preset.titles),
        "kinds": list(preset.labels),
        "countries": list(preset.countries),
        "statuses": list(preset.statuses),
        "certainties": list(preset.certainties),
        "years": list(preset.years or ()),
    }
