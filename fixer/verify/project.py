"""What of its surroundings a script gets to see: its project's folder, and the harmless part of the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

MARKS = (".git", "pyproject.toml", "setup.py", "setup.cfg", "requirements.txt", ".hg")

SAFE = frozenset(
    {"PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "SHELL", "TMPDIR", "TERM", "PYTHONPATH",
     "PYTHONIOENCODING", "PYTHONUTF8", "VIRTUAL_ENV", "CONDA_PREFIX", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
     "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "COMSPEC", "PATHEXT",
     "KERAS_BACKEND", "KERAS_HOME", "JAX_PLATFORMS"}
)  # fmt: skip
SAFE_PREFIXES = ("LC_", "TF_", "XLA_")
SECRET_WORDS = ("TOKEN", "SECRET", "PASSWORD", "KEY", "CREDENTIAL")


def root_of(script: Path) -> Path:
    """The nearest folder above that is marked as a project's; else the one that holds the script (or its package)."""
    home = Path.home()
    folder = script.parent
    for candidate in (folder, *folder.parents):
        if candidate == home or candidate == Path(candidate.anchor):
            break
        if any((candidate / mark).exists() for mark in MARKS):
            return candidate
    while (folder / "__init__.py").is_file():
        folder = folder.parent
    return folder


def safe_environment(environ: Mapping[str, str], legacy_keras: bool | None) -> dict[str, str]:
    """Enough to run, nothing that a script could carry off; and one thread, so that the zygote can fork."""
    kept = {
        name: value
        for name, value in environ.items()
        if name in SAFE or (name.startswith(SAFE_PREFIXES) and not any(w in name.upper() for w in SECRET_WORDS))
    }
    kept.update(
        TF_CPP_MIN_LOG_LEVEL="3",
        TF_ENABLE_ONEDNN_OPTS=kept.get("TF_ENABLE_ONEDNN_OPTS", "0"),
        CUDA_VISIBLE_DEVICES="-1",
        MPLBACKEND="Agg",
        PYTHONDONTWRITEBYTECODE="1",
        PYTHONHASHSEED="0",
        PYTHONUNBUFFERED="1",
        TOKENIZERS_PARALLELISM="false",
        **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1"),
    )
    if legacy_keras is not None:
        kept.pop("TF_USE_LEGACY_KERAS", None)
        if legacy_keras:
            kept["TF_USE_LEGACY_KERAS"] = "1"
    return kept


def start_file() -> str:
    """The file that the user's interpreter is started with."""
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), "runner", "start.py")
