"""Mark in a text as it came what is article and what is page furniture; find its headline, dateline and date."""

from dragoman.clean.reading import read_page
from dragoman.clean.shown import Shown, shown

__all__ = ["Shown", "read_page", "shown"]
