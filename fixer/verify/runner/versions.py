"""Which of the libraries that matter are in this interpreter, without importing them."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import sys

PACKAGES = {
    "tensorflow": ("tensorflow", "tensorflow-cpu", "tensorflow-macos", "tf-nightly", "tensorflow-intel"),
    "keras": ("keras", "keras-nightly"),
    "tf_keras": ("tf_keras", "tf-keras", "tf-keras-nightly"),
    "torch": ("torch",),
}


def present() -> dict[str, str]:
    """Module name to version, for those that could be imported."""
    found = {}
    for module, packages in PACKAGES.items():
        if module in sys.modules or importlib.util.find_spec(module) is not None:
            found[module] = next((v for v in map(_version, packages) if v), "")
    return found


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def described(module: str) -> str:
    """`keras 3.15.0 (tensorflow)`, of a Keras that has been imported."""
    keras = sys.modules.get(module)
    version = getattr(keras, "__version__", "") or present().get(module, "")
    backend = "tensorflow"
    if module == "keras" and not version.startswith("2."):
        backend = str(getattr(getattr(keras, "config", None), "backend", lambda: os.environ.get("KERAS_BACKEND", ""))())
    return f"{module} {version} ({backend})"
