"""Where the user's interpreter begins: loads the runner beside this file under a private name.

    python start.py CONTROL [--isolation MODE] [--bare]

`CONTROL` is the descriptor of the socket on which requests come, or `-` for one
request on standard input (systems that cannot fork safely).
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys

NAME = "_fixer_runner"


def load() -> None:
    folder = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [p for p in sys.path if os.path.abspath(p or ".") != folder]
    spec = importlib.util.spec_from_file_location(
        NAME, os.path.join(folder, "__init__.py"), submodule_search_locations=[folder]
    )
    assert spec is not None and spec.loader is not None
    package = importlib.util.module_from_spec(spec)
    sys.modules[NAME] = package
    spec.loader.exec_module(package)


if __name__ == "__main__":
    load()
    importlib.import_module(f"{NAME}.zygote").main(sys.argv[1:])
