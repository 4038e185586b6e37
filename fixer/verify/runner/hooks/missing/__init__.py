"""Files of the script's own that are not on this machine: made where it looks for them, inside of the sandbox.

The file is made at the moment that a library is asked for it, from what the
script tells of it (`hints`), and then the library reads it as any other. A file
that the script itself is ready to miss stays missing, and so does one of which
nothing tells what is in it.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import functools
import glob
import io
import os
import pathlib
import pickle
import re
import sys
import tempfile
from collections.abc import Callable, Mapping
from types import FrameType, ModuleType
from typing import Any

from ...recorder import Recorder
from . import make, plots
from .hints import Hints, name_of

IMAGES = (".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff")
PICKLES = (".p", ".pkl", ".pickle")
PICTURE = "a random picture"
MARK = "fixer stands in for what this pickle held"
URL = re.compile(r"https?://|s3://|gs://")


class Site:
    """A call in the user's code, as it stands in the script's original text."""

    def __init__(self, hints: Hints, call: ast.Call | None) -> None:
        self.hints = hints
        self.call = call

    def target(self) -> ast.expr:
        found = self.hints.target(self.call) if self.call is not None else None
        if found is None:
            raise make.CannotError
        return found

    def name(self) -> str:
        target = self.target()
        if not isinstance(target, ast.Name):
            raise make.CannotError
        return target.id


class Missing:
    """What is laid over the functions that open files."""

    def __init__(self, recorder: Recorder, originals: Mapping[str, bytes]) -> None:
        self.recorder = recorder
        self.places = recorder.places
        self.originals = originals
        self.known: dict[str, tuple[Hints, Hints]] = {}
        self.made: dict[str, str] = {}
        self.pictured: set[str] = set()
        self.open = builtins.open

    # Where the script stands

    def site(self, *names: str) -> Site | None:
        """The user's call of one of these functions that is under way; None where the script fends for itself."""
        frame: FrameType | None = sys._getframe(2)
        wanted = set(names)
        while frame is not None:
            if self.places.theirs(frame.f_code.co_filename) is not None:
                present, original = self._hints(frame.f_code.co_filename)
                call = _call_at(present, frame.f_lineno, wanted)
                if call is not None and present.guarded(call):
                    return None
                call = _same(present, original, call)
                function = frame.f_code.co_name
                if call is None or not original.returned(call) or function == "<module>":
                    return Site(original, call)
                outer = self._outer(frame, function)
                return outer or Site(original, call)
            frame = frame.f_back
        return None

    def _outer(self, frame: FrameType, function: str) -> Site | None:
        """The call of a function of the user's own that hands on what it loads."""
        caller = frame.f_back
        while caller is not None and self.places.theirs(caller.f_code.co_filename) is None:
            caller = caller.f_back
        if caller is None:
            return None
        present, original = self._hints(caller.f_code.co_filename)
        call = _same(present, original, _call_at(present, caller.f_lineno, {function}))
        return Site(original, call) if call is not None and original.target(call) is not None else None

    def _hints(self, path: str) -> tuple[Hints, Hints]:
        if path not in self.known:
            with self.open(path, "rb") as stream:
                present = Hints(stream.read())
            text = self.originals.get(self.places.theirs(path) or path)
            original = present
            if text is not None:
                with contextlib.suppress(SyntaxError, ValueError):
                    original = Hints(text)
            self.known[path] = (present, original)
        return self.known[path]

    def direct(self, *modules: str) -> bool:
        """Whether the user's code calls, itself or through one of these modules: no library reads its own files so."""
        frame: FrameType | None = sys._getframe(2)
        while frame is not None and self.places.theirs(frame.f_code.co_filename) is None:
            if not modules or not str(frame.f_globals.get("__name__")).startswith(modules):
                return False
            frame = frame.f_back
        return frame is not None

    # Making files

    def absent(self, path: Any) -> str | None:
        """The path, if it names what is not here."""
        if not isinstance(path, (str, os.PathLike)):
            return None
        text = os.fspath(path)
        if not isinstance(text, str) or not text or os.path.exists(text):
            return None
        return None if os.path.realpath(text).startswith(self.places.installed) else text

    def create(self, path: str, write: Callable[[str], object], what: str) -> str | None:
        """Have a file or folder made, at its place where the sandbox has it; the path to read, None for none."""
        if path in self.made:
            return self.made[path]
        inside = self.places.copied_to
        place = os.path.abspath(path)
        allowed = inside is None or os.path.realpath(place).startswith(os.path.dirname(inside) + os.sep)
        try:
            if URL.match(path) or not allowed or "\\" in path:
                raise PermissionError
            os.makedirs(os.path.dirname(place), exist_ok=True)
            self._written(place, write)
        except make.CannotError:
            return None
        except OSError:
            place = os.path.join(tempfile.mkdtemp(prefix="stand-in-"), re.split(r"[/\\]", path.rstrip("/\\"))[-1])
            try:
                self._written(place, write)
            except (make.CannotError, OSError):
                return None
        self.made[path] = place
        self._told(self.places.original(path), what)
        return place

    def _told(self, path: str, what: str) -> None:
        """Name what was made; of many pictures in one folder, the first, and then the folder."""
        if what == PICTURE:
            folder = os.path.dirname(path)
            if folder in self.pictured:
                path, what = folder or ".", "random pictures"
            self.pictured.add(folder)
        self.recorder.stand_in(f"{path}: {what}")

    @staticmethod
    def _written(place: str, write: Callable[[str], object]) -> None:
        try:
            write(place)
        except (make.CannotError, OSError):
            raise
        except Exception as error:  # what the script says is beyond us
            raise make.CannotError from error

    def image(self, path: str, hints: Hints | None = None) -> str | None:
        shape = (hints.input_shape if hints is not None else None) or ()
        size = (shape[1], shape[0]) if len(shape) == 3 and max(shape) <= 256 else (32, 32)
        return self.create(path, lambda place: make.image(place, len(self.made), size), PICTURE)

    # Functions of the libraries

    def over_open(self) -> None:
        original = self.open

        @functools.wraps(original)
        def open_(file: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
            if "r" in mode and "+" not in mode and self.absent(file) and self.direct("PIL", "pathlib", *LOADERS):
                site = self.site("open", "load_img", "read_text", "read_bytes")
                if site is not None:
                    file = self.plain_file(os.fspath(file), site) or file
            return original(file, mode, *arguments, **named)

        modules: tuple[Any, Any] = (builtins, io)
        for module in modules:
            module.open = open_
        loads = pickle.load

        @functools.wraps(loads)
        def load(*arguments: Any, **named: Any) -> Any:
            given = loads(*arguments, **named)
            if isinstance(given, str) and given.startswith(MARK):
                site = self.site("load")
                try:
                    if site is None:
                        raise make.CannotError
                    return make.value(site.hints, site.target())
                except make.CannotError:
                    raise FileNotFoundError(2, "No such file or directory", given[len(MARK) :]) from None
            return given

        pickle.load = load

    def plain_file(self, path: str, site: Site) -> str | None:
        """A file that the script opens by itself."""
        ending = os.path.splitext(path)[1].lower()
        hints = site.hints
        if ending in IMAGES:
            return self.image(path, hints)
        if ending in PICKLES or (ending in ("", ".dat", ".data") and any(
            isinstance(n, ast.Attribute) and n.attr == "load" and ast.unparse(n.value) == "pickle" for n in hints.nodes
        )):  # fmt: skip
            return self.create(path, lambda place: _write(place, pickle.dumps(MARK + path)), "random values")
        if ending in (".csv", ".tsv"):
            separator = "\t" if ending == ".tsv" else ","
            return self.create(
                path, lambda place: _write(place, read_by_hand(hints, separator)), f"{make.ROWS} rows of made-up values"
            )
        if ending in (".txt", ".text", ".md"):
            return self.create(path, lambda place: _write(place, make.text()), "made-up words")
        return None

    def over_numpy(self, numpy: ModuleType) -> None:
        module: Any = numpy

        def write_array(site: Site) -> Callable[[str], object]:
            def write(place: str) -> None:
                target = site.target()
                made = make.value(site.hints, target)
                with self.open(place, "wb") as stream:
                    if isinstance(made, dict):
                        module.savez(stream, **made)
                    else:
                        module.save(stream, made)

            return write

        def write_table(site: Site, named: dict[str, Any]) -> Callable[[str], object]:
            def write(place: str) -> None:
                columns = make.table(site.hints, site.name(), None)
                skipped = int(named.get("skiprows", named.get("skip_header", 0)) or 0)
                text = make.csv_text(site.hints, columns, named.get("delimiter") or " ", False)
                _write(place, "# header\n" * skipped + text)

            return write

        self._over(module, "load", lambda site, named: write_array(site), "random values in the shape that is used")
        for name in ("loadtxt", "genfromtxt"):
            self._over(module, name, write_table, f"{make.ROWS} rows of made-up values")

    def _over(
        self, module: Any, name: str, writer: Callable[[Site, dict[str, Any]], Callable[[str], object]], what: str
    ) -> None:
        """A function whose first argument is a file."""
        original = getattr(module, name)

        @functools.wraps(original)
        def over(file: Any, *arguments: Any, **named: Any) -> Any:
            path = self.absent(file)
            site = self.site(name) if path is not None else None
            if path is not None and site is not None:
                file = self.create(path, writer(site, named), what) or file
            return original(file, *arguments, **named)

        setattr(module, name, over)

    def over_pandas(self, pandas: ModuleType) -> None:
        module: Any = pandas
        plots.over_pandas(module)
        read_csv = module.read_csv
        for name in ("read_csv", "read_table", "read_excel", "read_parquet", "read_feather"):
            setattr(module, name, self._reader(module, name, getattr(module, name), read_csv))

    def _reader(self, module: Any, name: str, original: Any, read_csv: Any) -> Any:
        textual = name in ("read_csv", "read_table")

        @functools.wraps(original)
        def over(file: Any, *arguments: Any, **named: Any) -> Any:
            path = self.absent(file)
            site = self.site(name) if path is not None else None
            if path is None or site is None or site.call is None:
                return original(file, *arguments, **named)
            given = arguments[0] if arguments and textual else None
            separator = named.get("sep") or named.get("delimiter") or given or ("\t" if name == "read_table" else ",")
            if named.get("delim_whitespace") or len(separator) > 1:
                separator = " "
            header = named.get("header", 0) is not None and ("names" not in named or "header" in named)

            def write(place: str) -> None:
                columns = make.table(site.hints, site.name(), site.call)
                listed = list(named.get("names") or ())
                if listed and all(isinstance(n, str) for n in listed):
                    order = {c.name: c for c in columns}
                    columns = [order.get(n) or make.Column(n, "number") for n in listed]
                skipped = named.get("skiprows")
                text = make.csv_text(site.hints, columns, separator if textual else ",", header)
                _write(place, "skipped\n" * (skipped if isinstance(skipped, int) else 0) + text)

            packed = path.lower().endswith((".gz", ".zip", ".bz2", ".xz"))
            if packed or not textual:  # what is read is plain text, and so it is not at the place of the other
                said = f"{make.ROWS} rows of made-up values"
                folder = tempfile.mkdtemp(prefix="stand-in-")
                made = os.path.join(folder, "table.csv")
                try:
                    write(made)
                except make.CannotError:
                    return original(file, *arguments, **named)
                self.recorder.stand_in(f"{path}: {said}")
                kept = {k: v for k, v in named.items() if k in ("header", "names", "usecols", "index_col", "nrows")}
                return read_csv(made, *arguments, **named) if textual else read_csv(made, **kept)
            file = self.create(path, write, f"{make.ROWS} rows of made-up values") or file
            return original(file, *arguments, **named)

        return over

    def over_h5py(self, h5py: ModuleType) -> None:
        kind: Any = h5py.File
        original = kind.__init__

        @functools.wraps(original)
        def init(file: Any, name: Any, mode: str = "r", *arguments: Any, **named: Any) -> None:
            path = self.absent(name) if mode in ("r", "r+") else None
            site = self.site("File") if path is not None and self.direct() else None
            if path is not None and site is not None:

                def write(place: str) -> None:
                    made = make.value(site.hints, site.target())
                    if not isinstance(made, dict):
                        raise make.CannotError
                    with kind(place, "w") as stream:
                        for key, value in made.items():
                            stream[key] = value

                name = self.create(path, write, "random values in the shapes that are used") or name
            original(file, name, mode, *arguments, **named)

        kind.__init__ = init

    def over_cv2(self, cv2: ModuleType) -> None:
        module: Any = cv2
        original = module.imread

        @functools.wraps(original)
        def imread(path: Any, *arguments: Any, **named: Any) -> Any:
            site = self.site("imread") if self.absent(path) else None
            if site is not None:
                path = self.image(os.fspath(path), site.hints) or path
            return original(path, *arguments, **named)

        module.imread = imread

    # Folders of pictures

    def over_folders(self) -> None:
        modules: list[tuple[Any, str]] = [(os, "listdir"), (os, "scandir"), (os, "walk")]
        for module, name in modules:
            original = getattr(module, name)
            setattr(module, name, self._listing(name, original))
        globbing: Any = glob
        for name in ("glob", "iglob"):
            setattr(globbing, name, self._globbing(name, getattr(glob, name)))
        methods: Any = pathlib.Path
        for name in ("iterdir", "glob", "rglob"):
            setattr(methods, name, self._path_listing(name, methods.__dict__[name]))

    def _listing(self, name: str, original: Any) -> Any:
        @functools.wraps(original)
        def over(top: Any = ".", *arguments: Any, **named: Any) -> Any:
            if self.absent(top) and self.direct():
                site = self.site(name)
                if site is not None:
                    nested = name == "walk" or _listed_again(site)
                    top = self.folder(os.fspath(top), site, nested) or top
            return original(top, *arguments, **named)

        return over

    def _globbing(self, name: str, original: Any) -> Any:
        @functools.wraps(original)
        def over(pattern: Any, *arguments: Any, **named: Any) -> Any:
            if isinstance(pattern, str) and self.direct():
                site = self.site(name)
                base = _plain_part(pattern)
                if site is not None and base and self.absent(base):
                    moved = self.pattern(base, pattern[len(base) :].strip("/\\"), site)
                    pattern = os.path.join(moved, pattern[len(base) :].strip("/\\")) if moved else pattern
            return original(pattern, *arguments, **named)

        return over

    def _path_listing(self, name: str, original: Any) -> Any:
        @functools.wraps(original)
        def over(folder: Any, *arguments: Any, **named: Any) -> Any:
            if self.absent(folder) and self.direct():
                site = self.site(name)
                if site is not None:
                    if name == "iterdir":
                        moved = self.folder(str(folder), site, _listed_again(site))
                    else:
                        inner = ("*/" if name == "rglob" else "") + str(arguments[0])
                        moved = self.pattern(str(folder), inner, site)
                    folder = type(folder)(moved) if moved else folder
            return original(folder, *arguments, **named)

        return over

    def folder(self, path: str, site: Site, nested: bool, classes: list[str] | None = None) -> str | None:
        """A folder of pictures, or of such folders, one a class."""
        ending = _ending(site.hints)
        count = site.hints.classes or 1
        words = classes or [f"class_{n}" for n in range(count)]

        def write(place: str) -> None:
            if ending in IMAGES:
                for number, inner in enumerate(words if nested else [""]):
                    folder = os.path.join(place, inner)
                    os.makedirs(folder, exist_ok=True)
                    many = max(6, 96 // len(words)) if nested else 64
                    names = _file_names(site, many, ending) if not nested else [f"{n}{ending}" for n in range(many)]
                    for index, name in enumerate(names):
                        make.image(os.path.join(folder, name), number * many + index)
            else:
                raise make.CannotError

        return self.create(path, write, f"{len(words)} folders of random pictures" if nested else "random pictures")

    def pattern(self, base: str, pattern: str, site: Site) -> str | None:
        """A folder in which a pattern finds pictures."""
        parts = [part for part in re.split(r"[/\\]", pattern) if part]
        ending = os.path.splitext(parts[-1])[1].lower() if parts else ""
        ending = ending if ending in IMAGES else ".jpg" if ending in ("", ".*") else ending
        words = [f"class_{n}" for n in range(site.hints.classes or 1)]
        nested = len(parts) > 1 or (parts == ["*"] and _listed_again(site))

        def write(place: str) -> None:
            if ending not in IMAGES:
                raise make.CannotError
            for number, word in enumerate(words if nested else [""]):
                middle = [word if glob.has_magic(part) else part for part in (parts[:-1] if len(parts) > 1 else ["*"])]
                folder = os.path.join(place, *(middle if nested else []))
                os.makedirs(folder, exist_ok=True)
                many = max(6, 96 // len(words)) if nested else 64
                for index in range(many):
                    name = parts[-1].replace("*", f"{index}") if parts and "." in parts[-1] else f"{index}{ending}"
                    make.image(os.path.join(folder, name.replace(".0", ".jpg") if "*" in name else name),
                               number * many + index)  # fmt: skip

        return self.create(base, write, "folders of random pictures" if nested else "random pictures")

    def over_keras(self, keras: ModuleType) -> None:
        package: Any = keras
        names = ("image_dataset_from_directory",)
        originals = {n: getattr(package.utils, n, None) for n in names}
        for name, original in originals.items():
            if original is not None:
                over = self._directory(original)
                for module in list(sys.modules.values()):
                    same = getattr(module, "__name__", "").partition(".")[0] == keras.__name__.partition(".")[0]
                    if same and vars(module).get(name) is original:
                        setattr(module, name, over)
        generators: set[Any] = set()
        for module in list(sys.modules.values()):
            if getattr(module, "__name__", "").partition(".")[0] in ("keras", "tf_keras"):
                found = vars(module).get("ImageDataGenerator")
                if isinstance(found, type):
                    generators.add(found)
        for kind in generators:
            if not hasattr(kind.flow_from_directory, "__wrapped__"):
                kind.flow_from_directory = self._directory(kind.flow_from_directory, method=True)
                kind.flow_from_dataframe = self._dataframe(kind.flow_from_dataframe)

    def _directory(self, original: Any, method: bool = False) -> Any:
        @functools.wraps(original)
        def over(*arguments: Any, **named: Any) -> Any:
            place = 1 if method else 0
            given = arguments[place] if len(arguments) > place else named.get("directory")
            if self.absent(given):
                site = self.site("flow_from_directory", "image_dataset_from_directory")
                classes = named.get("classes") or named.get("class_names")
                if site is not None:
                    flat = named.get("labels", "") is None and not classes
                    words = list(classes) if classes else None
                    moved = self.folder(str(given), site, not flat, words)
                    if moved and len(arguments) > place:
                        arguments = (*arguments[:place], moved, *arguments[place + 1 :])
                    elif moved:
                        named["directory"] = moved
            return original(*arguments, **named)

        return over

    def _dataframe(self, original: Any) -> Any:
        @functools.wraps(original)
        def over(generator: Any, dataframe: Any, *arguments: Any, **named: Any) -> Any:
            folder = named.get("directory", arguments[0] if arguments else None) or ""
            column = named.get("x_col", arguments[1] if len(arguments) > 1 else "filename")
            site = self.site("flow_from_dataframe")
            if site is not None and column in getattr(dataframe, "columns", ()):
                files = [os.path.join(str(folder), str(name)) for name in dataframe[column]]
                if files and not any(map(os.path.exists, files)):

                    def write(place: str) -> None:
                        for number, file in enumerate(files):
                            os.makedirs(os.path.dirname(os.path.abspath(file)), exist_ok=True)
                            make.image(file, number)

                    self.create(files[0], write, f"{len(files)} random pictures")
            return original(generator, dataframe, *arguments, **named)

        return over

    def over_load_weights(self, keras: ModuleType) -> None:
        """Weights that are not here stay as the model was made."""
        owner: Any = next(c for c in keras.Model.__mro__ if "load_weights" in c.__dict__)
        original = owner.__dict__["load_weights"]

        @functools.wraps(original)
        def load_weights(model: Any, *arguments: Any, **named: Any) -> Any:
            path = arguments[0] if arguments else named.get("filepath")
            missing = self.absent(path) if isinstance(path, (str, os.PathLike)) else None
            gone = missing and missing != "fixer-no-weights" and not os.path.exists(f"{missing}.index")
            if gone and self.direct() and self.site("load_weights") is not None:
                self.recorder.stand_in(f"{missing}: weights as the model was made with")
                return None
            return original(model, *arguments, **named)

        owner.load_weights = load_weights


LOADERS = ("keras.src.utils.image_utils", "keras.utils.image_utils", "tf_keras.src.utils.image_utils")


def _write(place: str, content: str | bytes) -> None:
    with io.FileIO(place, "w") as stream:
        stream.write(content.encode() if isinstance(content, str) else content)


def _call_at(hints: Hints, line: int, names: set[str]) -> ast.Call | None:
    found = [c for c in hints.calls if name_of(c) in names and c.lineno <= line <= (c.end_lineno or c.lineno)]
    return min(found, key=lambda c: (c.end_lineno or c.lineno) - c.lineno) if found else None


def _same(present: Hints, original: Hints, call: ast.Call | None) -> ast.Call | None:
    """The same call in the original text: that with its words, else that with its number among those of its name."""
    if call is None or present is original:
        return call
    words = ast.dump(call)
    alike = [c for c in original.calls if ast.dump(c) == words]
    if len(alike) == 1:
        return alike[0]
    name = ast.unparse(call.func)
    ours = [c for c in present.calls if ast.unparse(c.func) == name]
    theirs = [c for c in original.calls if ast.unparse(c.func) == name]
    place = ours.index(call)
    return theirs[place] if place < len(theirs) else None


def _plain_part(pattern: str) -> str:
    """The folder that a pattern starts with, without what is a pattern."""
    kept: list[str] = []
    for part in re.split(r"(?<=[/\\])", pattern):
        if glob.has_magic(part):
            break
        kept.append(part)
    return "".join(kept).rstrip("/\\")


def _listed_again(site: Site) -> bool:
    """Whether the entries of a folder are listed in their turn."""
    names = _held(site)
    return any(
        name_of(call) in ("listdir", "scandir", "glob", "iglob", "iterdir", "walk") and call is not site.call
        for call in site.hints.calls_on(names)
    )


def _held(site: Site) -> set[str]:
    """The names that hold what a call gives, or one of its entries."""
    target = site.hints.target(site.call) if site.call is not None else None
    found: set[str] = set()
    for node in ast.walk(target) if target is not None else ():
        if isinstance(node, ast.Name):
            found |= site.hints.closure(node.id)
    return found


def _ending(hints: Hints) -> str:
    """The kind of files that a script looks for."""
    for node in hints.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found = re.search(r"\.(jpe?g|png|bmp|tiff?|npy|txt|wav|json|xml)$", node.value.lower())
            parent = hints.parents.get(node)
            if found and isinstance(parent, ast.Call) and name_of(parent) == "endswith":
                return found.group()
    return ".jpg"


def _file_names(site: Site, count: int, ending: str) -> list[str]:
    """Names that say what the script reads off them."""
    hints = site.hints
    names = _held(site)
    words: dict[str, None] = {}
    numbered = False
    for node in hints.nodes:
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(n in names for side in sides for n, _ in hints.roots(side)):
                found = [v for v in map(hints.value, sides) if isinstance(v, str)]
                words.update(dict.fromkeys(w for w in found if w and not w.startswith(".")))
        elif isinstance(node, ast.Call) and any(n in names for n, _ in hints.roots(node)):
            if name_of(node) == "startswith" and isinstance(word := hints.argument(node, "", 0), str):
                words.update({word: None} if not word.startswith(".") else {})
            numbered |= name_of(node) in ("int", "float") and "split" in ast.unparse(node)
            numbered |= name_of(node) == "split" and hints.argument(node, "", 0) == "_"
    if words:
        kinds = [*words, "other"] if len(words) == 1 else list(words)
        return [f"{kinds[n % len(kinds)]}.{n}{ending}" for n in range(count)]
    classes = hints.classes or 2
    return [f"{n % classes}_{n % 2}_{n % 5}_{n}{ending}" if numbered else f"{n}{ending}" for n in range(count)]


def read_by_hand(hints: Hints, separator: str) -> str:
    """A table for a script that goes through its rows itself, by keys or by places."""
    readers = [c for c in hints.calls if name_of(c) in ("reader", "DictReader", "readlines", "split")]
    if not readers:
        raise make.CannotError
    target = hints.target(readers[0])
    if not isinstance(target, ast.Name):
        raise make.CannotError
    names = hints.closure(target.id)
    keys = hints.keys(names)
    if keys:
        return make.csv_text(hints, [make.Column(k, "number") for k in keys], separator, True)
    places = [
        hints.value(n.slice)
        for n in hints.nodes
        if isinstance(n, ast.Subscript) and any(r in names for r, _ in hints.roots(n.value))
    ]
    known = [p for p in places if isinstance(p, int)]
    if not known:
        raise make.CannotError
    columns = [make.Column(f"column_{n}", "number") for n in range(max(known) + 1)]
    columns[-1].kind = "label"
    return make.csv_text(hints, columns, separator, True)


def install(
    recorder: Recorder,
    originals: Mapping[str, bytes],
    after_import: Callable[[dict[str, Callable[[ModuleType], None]]], None],
) -> None:
    """Lay them over what is imported, and over the rest as soon as it is."""
    missing = Missing(recorder, originals)
    missing.over_open()
    missing.over_folders()
    plots.install(recorder)

    def over_keras(module: ModuleType) -> None:
        missing.over_keras(module)
        missing.over_load_weights(module)

    after_import(
        {
            "numpy": missing.over_numpy,
            "pandas": missing.over_pandas,
            "h5py": missing.over_h5py,
            "cv2": missing.over_cv2,
            "keras": over_keras,
            "tf_keras": over_keras,
        }
    )
