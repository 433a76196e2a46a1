"""What is made once per version of the data: it has one owner, and goes when the data go."""

from collections.abc import Callable, Hashable
from functools import lru_cache, partial, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

_Rest = ParamSpec("_Rest")
_Made = TypeVar("_Made")


class Derived:
    """All that was made from one version of the data, kept as long as these data are."""

    def __init__(self) -> None:
        self._makers: dict[Hashable, Callable[..., Any]] = {}

    def maker(self, make: Callable[..., _Made], owner: "Owner", most: int | None) -> Callable[..., _Made]:
        """`make` over the owner's data, with a memory of at most so many of its answers."""
        known = self._makers.get(make)
        return known or self._makers.setdefault(make, lru_cache(maxsize=most)(partial(make, owner)))


class Owner(Protocol):
    """Data that keep what is made from them."""

    @property
    def derived(self) -> Derived:
        """The keeper of these data."""

    @property
    def bare(self) -> Any:
        """The tables alone, without what a site says of itself."""


Kind = TypeVar("Kind", bound=Owner)
Maker = Callable[Concatenate[Kind, _Rest], _Made]


def derived(
    most: int | None = None, *, bare: bool = False
) -> Callable[[Maker[Kind, _Rest, _Made]], Maker[Kind, _Rest, _Made]]:
    """Makes a function of the data, and of further arguments, remember what it gave.

    Args:
        most: how many answers are remembered where readers' words are among the arguments; None where the
            data themselves set the bound.
        bare: whether it asks the tables alone, no map, file or address of a site: such is made once for all
            that shows these tables.
    """

    def remembering(make: Maker[Kind, _Rest, _Made]) -> Maker[Kind, _Rest, _Made]:
        @wraps(make)
        def made(owner: Kind, /, *args: _Rest.args, **kwargs: _Rest.kwargs) -> _Made:
            keeper = owner.bare if bare else owner
            return keeper.derived.maker(make, keeper, most)(*args, **kwargs)

        return made

    return remembering
