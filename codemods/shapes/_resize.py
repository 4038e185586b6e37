"""Images brought to another size."""

from __future__ import annotations

from collections.abc import Sequence

from codemods.shapes._channels import converted
from codemods.shapes._data import newaxis
from fixer import rewrite
from fixer.facts.program import Unit
from fixer.facts.values import Dim
from fixer.findings import Edit


def resized(
    unit: Unit, library: str, old: Sequence[Dim], new: Sequence[Dim], size: tuple[str, str]
) -> tuple[str, tuple[Edit, ...]] | None:
    """How samples of shape `old` become images of shape `new`, `{}` for the array; None if they are no images.

    `size` is how height and width are written.
    """
    if not 2 <= len(old) <= 3 or not 2 <= len(new) <= 3 or library not in ("numpy", "tensorflow"):
        return None
    channels = old[2] if len(old) == 3 else 1
    wanted = new[2] if len(new) == 3 else 1
    if not isinstance(channels, int) or not isinstance(wanted, int) or not {channels, wanted} <= {1, 3, 4}:
        return None
    text = "{}" if len(old) == 3 else f"{{}}[..., {newaxis(unit)}]"
    imports: tuple[Edit, ...] = ()
    if tuple(old[:2]) != tuple(new[:2]):
        name, imports = rewrite.name_for(unit, "tensorflow")
        text = f"{name}.image.resize({text}, ({size[0]}, {size[1]}))"
        text += ".numpy()" if library == "numpy" else ""
    if channels != wanted:
        found = converted(unit, text, library, 3, 4, channels, wanted)
        if found is None:
            return None
        text, imports = found[0], (*imports, *(edit for edit in found[1] if edit not in imports))
    return (text if len(new) == 3 else f"{text}[..., 0]"), imports
