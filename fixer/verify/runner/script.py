"""Runs one script as `__main__`, with the hooks in place, and reports how it ended."""

from __future__ import annotations

import ast
import base64
import contextlib
import importlib
import importlib.machinery
import os
import random
import runpy
import sys
import threading
import types
from typing import Any, NoReturn

from . import endings, hooks, versions
from .failure import Places
from .post import Send
from .reach import Reach
from .recorder import Recorder


def run(request: dict[str, Any], send: Send, copied_to: str | None) -> NoReturn:
    """Does not return: the process has nothing to do once the script is over."""
    places = Places(request["project"], request["script"], copied_to)
    error: BaseException | None = None
    try:
        recorder = Recorder(send, places, float(request["seconds"]), bool(request["bounded"]), bool(request["observe"]))
        target = Target(request, places)
        needed = target.needs_absent(versions.present())
        if needed:
            send("end", {"ending": "not-run", "detail": needed})
        else:
            target.make_data(request.get("data"), recorder)
            originals = {path: base64.b64decode(data) for path, data in request["originals"].items()}
            hooks.install(recorder, bool(request["bounded"]), originals)
            target.execute(Reach(send, places, bool(request["observe"])))
            wait_for_threads()
    except BaseException as raised:
        error = raised
    try:
        for close in recorder.at_end:
            close(error)
        if error is not None or not needed:
            send("end", endings.classify(error, places))
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(Exception):
                stream.flush()
        os._exit(0)


class Target:
    """The script where it lies in the sandbox, and how Python is to start it."""

    def __init__(self, request: dict[str, Any], places: Places) -> None:
        original = os.path.realpath(request["script"])
        self.root = places.copied_to or places.project
        self.path = (
            os.path.join(self.root, os.path.relpath(original, places.project))
            if places.copied_to
            else request["script"]
        )
        self.arguments = list(request["args"])
        folder = request.get("cwd")
        self.cwd = (
            os.path.join(self.root, os.path.relpath(folder, places.project)) if folder else os.path.dirname(self.path)
        )
        with open(self.path, "rb") as stream:
            self.data = stream.read()

    def needs_absent(self, modules: dict[str, str]) -> str:
        """What to install, where the script's library is not in this interpreter."""
        if modules.get("tensorflow") is not None or modules.get("keras") is not None or "tf_keras" in modules:
            return ""
        if "torch" in modules and b"torch" in self.data:
            return ""
        return (
            f'no Keras in {sys.executable}: pip install "fixer[tensorflow]", or name another interpreter with --python'
        )

    def make_data(self, script: str | None, recorder: Recorder) -> None:
        """Run the user's own script that makes the data, before anything is watched."""
        if not script:
            return
        path = os.path.join(self.root, os.path.relpath(os.path.realpath(script), recorder.places.project))
        found, arguments = list(sys.path), sys.argv
        sys.argv = [path]
        sys.path.insert(0, os.path.dirname(path))
        os.chdir(self.cwd)
        seed()
        try:
            with contextlib.suppress(SystemExit):
                runpy.run_path(path, run_name="__main__")
        finally:
            sys.path[:], sys.argv = found, arguments
        recorder.stand_in(f"data made by {os.path.basename(path)}")

    def execute(self, reach: Reach) -> None:
        os.chdir(self.cwd)
        seed()
        code = reach.compile(self.data, self.path)
        reach.install()
        main = types.ModuleType("__main__")
        main.__file__ = self.path
        main.__dict__["__builtins__"] = __builtins__
        package = self._package()
        sys.argv = [self.path, *self.arguments]
        if package:
            top = self._top_folder()
            sys.path.insert(0, top)
            importlib.import_module(package)
            name = f"{package}.{os.path.splitext(os.path.basename(self.path))[0]}"
            main.__package__ = package
            main.__spec__ = importlib.machinery.ModuleSpec(name, None, origin=self.path)
        else:
            sys.path.insert(0, os.path.dirname(self.path))
            if self.root not in sys.path:
                sys.path.append(self.root)  # many a project is started from its root, with PYTHONPATH=.
        sys.modules["__main__"] = main
        exec(code, main.__dict__)

    def _package(self) -> str:
        """The dotted package, of a script that can only run as `python -m`."""
        if not os.path.exists(os.path.join(os.path.dirname(self.path), "__init__.py")):
            return ""
        relative = any(isinstance(n, ast.ImportFrom) and n.level for n in ast.walk(ast.parse(self.data)))
        if not relative:
            return ""
        return os.path.relpath(os.path.dirname(self.path), self._top_folder()).replace(os.sep, ".")

    def _top_folder(self) -> str:
        folder = os.path.dirname(self.path)
        while os.path.exists(os.path.join(folder, "__init__.py")):
            folder = os.path.dirname(folder)
        return folder


def seed() -> None:
    """The same luck before and after: a script that seeds for itself overrides it."""
    random.seed(0)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(0)
    if "tensorflow" in sys.modules:
        sys.modules["tensorflow"].random.set_seed(0)


def wait_for_threads() -> None:
    """As the interpreter does at its end: what a thread trains counts too."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()
