import pytest

from kg.schema import LANGUAGES
from kg.views.aggregate import LIMIT, aggregate
from kg.views.picture import Line, Mark, Picture
from tests.views.samples import line, mark, picture


def star(leaves: int, **more: object) -> Picture:
    """A seller with so many Belgian clients."""
    clients = [mark(f"b{n:04}", "PoliceForce", country=("BE",)) for n in range(leaves)]
    ties = [line("seller", client.id) for client in clients]
    return picture(mark("seller"), *clients, *ties, **more)


def crowd(found: Picture) -> Mark:
    (only,) = [mark for mark in found.marks if mark.inside]
    return only


def test_a_small_picture_stays_as_it_is() -> None:
    assert aggregate(star(LIMIT - 1)) == star(LIMIT - 1)


def test_leaves_of_one_kind_and_country_become_one_with_a_count() -> None:
    found = aggregate(star(LIMIT + 50))
    assert [mark.id for mark in found.marks if not mark.inside] == ["seller"]
    many = crowd(found)
    assert (many.count, many.entity, many.country) == (350, "", ("BE",))
    assert many.names["en"] == "350 police forces (Belgium)"
    assert many.names["nl"] == "350 politiekorpsen (België)"
    assert set(many.names) == set(LANGUAGES)
    assert many.inside == tuple(sorted(f"b{n:04}" for n in range(350)))


def test_the_lines_of_a_crowd_become_one_that_rests_on_all_their_claims() -> None:
    found = aggregate(star(10), limit=5)
    (tie,) = found.lines
    assert (tie.start, tie.end, tie.count) == ("seller", crowd(found).id, 10)
    assert len(tie.claims) == 10


def test_a_crowd_is_as_sure_as_its_weakest_and_contested_if_one_is() -> None:
    small = picture(
        mark("seller"),
        *[mark(f"b{n}", "PoliceForce") for n in range(3)],
        line("seller", "b0", certainty="stated"),
        line("seller", "b1", certainty="inferred", conflict=True),
        line("seller", "b2", certainty="reported"),
    )
    (tie,) = aggregate(small, limit=2).lines
    assert (tie.certainty, tie.conflict) == ("inferred", True)


def test_lines_of_another_style_stay_apart() -> None:
    ties = [line("seller", f"b{n}", style="ended" if n % 2 else "supplies") for n in range(6)]
    marks = [mark("seller"), *[mark(f"b{n}", "PoliceForce") for n in range(6)]]
    found = aggregate(picture(*marks, *ties), limit=3)
    assert sorted((tie.style, tie.count) for tie in found.lines) == [("ended", 3), ("supplies", 3)]


def test_other_countries_and_kinds_stay_apart() -> None:
    forces = [mark(f"f{n}", "PoliceForce", country=("FR",)) for n in range(3)]
    firms = [mark(f"c{n}", country=("FR",)) for n in range(3)]
    ties = [line("b0000", each.id) for each in (*forces, *firms)]
    found = aggregate(star(4, marks=(*star(4).marks, *forces, *firms)), limit=9)
    names = {mark.name for mark in found.marks if mark.inside}
    assert names == {
        "4 police forces (Belgium)",
        "3 police forces (France)",
        "3 companies (France)",
    }
    assert ties


def test_what_the_picture_is_about_is_never_put_away() -> None:
    found = aggregate(star(20, focus=("b0003",)), limit=5)
    assert "b0003" in found.by_id
    assert "b0003" not in crowd(found).inside


def test_a_mark_with_an_amount_is_never_put_away() -> None:
    whole = star(20)
    rich = mark("b0003", "PoliceForce", country=("BE",), value=5.0)
    marks = tuple(rich if each.id == rich.id else each for each in whole.marks)
    assert "b0003" in aggregate(picture(*marks, *whole.lines), limit=5).by_id


def test_marks_with_the_same_neighbours_become_one() -> None:
    firms = [mark("s1"), mark("s2")]
    clients = [mark(f"b{n}", "PoliceForce") for n in range(8)]
    ties = [line(firm.id, client.id) for firm in firms for client in clients]
    found = aggregate(picture(*firms, *clients, *ties), limit=4)
    assert {mark.count for mark in found.marks} == {1, 8} or len(found.marks) <= 4
    assert {tie.count for tie in found.lines} <= {8, 16}


def mesh(size: int) -> Picture:
    """No leaves and no twins: every mark is tied to three others."""
    labels = ("Company", "PoliceForce", "Product")
    lands = ("BE", "FR", "DE", "ES", "NL")
    marks = [mark(f"n{n:05}", labels[n % 3], country=(lands[n % 5],)) for n in range(size)]
    ties = [
        line(f"n{n:05}", f"n{(n * 7 + step * 13 + 1) % size:05}", eid=f"e{n:05}-{step}")
        for n in range(size)
        for step in range(3)
    ]
    return picture(*marks, *ties)


@pytest.mark.parametrize("size", [400, 3000])
def test_a_mesh_comes_down_to_the_limit_too(size: int) -> None:
    found = aggregate(mesh(size))
    assert len(found.marks) <= LIMIT
    assert sum(mark.count for mark in found.marks) == size


def test_no_entity_and_no_tie_between_two_marks_is_lost() -> None:
    whole = mesh(400)
    found = aggregate(whole)
    inside = {id_: mark.id for mark in found.marks for id_ in mark.inside or (mark.id,)}
    assert set(inside) == {mark.id for mark in whole.marks}
    across = [x for x in whole.lines if inside[x.start] != inside[x.end]]
    assert sum(x.count for x in found.lines) == len(across)


def test_a_crowd_can_be_put_into_a_larger_one() -> None:
    once = aggregate(star(100), limit=50)
    again = aggregate(once, limit=1)
    assert sum(mark.count for mark in again.marks) == 101


def test_events_are_put_together_by_year() -> None:
    years = ["2019-01", "2019-05", "2020-03", "2020-04", "2020-11"]
    events = [mark(f"e{n}", "Product", date=date) for n, date in enumerate(years)]
    found = aggregate(picture(*events, layout="timeline"), limit=2)
    assert sorted((mark.date, mark.count) for mark in found.marks) == [
        ("2019-01", 2),
        ("2020-03", 3),
    ]


def test_the_order_of_what_is_given_changes_nothing() -> None:
    whole = mesh(400)
    turned = picture(*reversed(whole.marks), *reversed(whole.lines))
    assert aggregate(turned) == aggregate(whole)


def test_every_line_still_ends_at_marks() -> None:
    found = aggregate(mesh(2000))
    known = set(found.by_id)
    ends: list[Line] = [x for x in found.lines if {x.start, x.end} - known]
    assert ends == []
