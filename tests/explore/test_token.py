"""The word in the link opens once; the cookie that it is swapped for opens until the end."""

import pytest

from kg.explore.token import Token


def test_the_link_opens_once() -> None:
    token = Token(8017)
    assert token.exchange(token.link)
    assert token.exchange(token.link) == ""


def test_a_wrong_word_opens_nothing_and_leaves_the_link_good() -> None:
    token = Token(8017)
    assert token.exchange("nonsense") == ""
    assert token.exchange("") == ""
    assert token.exchange(token.link)


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites() -> None:
    token = Token(8017)
    cookie = token.exchange(token.link)
    assert cookie.startswith("kg_explore_8017=")
    assert cookie.endswith("; Path=/; HttpOnly; SameSite=Strict")


def test_the_cookie_is_known_among_others() -> None:
    token = Token(8017)
    own = token.exchange(token.link).partition(";")[0]
    assert token.is_known(own)
    assert token.is_known(f"other=1; {own}; more=2")


@pytest.mark.parametrize(
    "cookies",
    ["", "kg_explore_8017=", "kg_explore_8017=wrong", "kg_explore_8017=é", "\x00;;=", "a" * 10_000],
)
def test_another_cookie_is_not_known(cookies: str) -> None:
    assert not Token(8017).is_known(cookies)


def test_the_word_of_the_link_is_no_cookie() -> None:
    token = Token(8017)
    token.exchange(token.link)
    assert not token.is_known(f"kg_explore_8017={token.link}")


def test_the_cookie_of_one_server_opens_no_other() -> None:
    one, other = Token(8017), Token(8017)
    cookie = one.exchange(one.link).partition(";")[0]
    assert not other.is_known(cookie)


def test_every_start_has_another_link() -> None:
    assert len({Token(8017).link for _ in range(50)}) == 50
