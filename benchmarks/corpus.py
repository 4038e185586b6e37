"""Assemble the corpus: download packages of Keras code by name and version, and unpack their Python files.

python benchmarks/corpus.py CORPUS
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

PACKAGES = """
keras==3.15.1 keras==2.2.4 keras==1.2.2 tf_keras==2.21.0 keras-cv==0.9.0 keras-hub==0.32.0
keras-tuner==1.4.8 tf-models-official==2.20.0 autokeras==3.0.0 ktrain==0.41.4 deepchem==2.8.0
spektral==1.3.1 tensorflow-addons==0.23.0 keras-rl==0.4.2 keras-retinanet==1.0.0 imageai==3.0.3
segmentation-models==1.0.1 larq==0.14.0 alibi-detect==0.13.0 adversarial-robustness-toolbox==1.20.1
talos==2.0.10 scikeras==0.13.0 deepface==0.0.103 csbdeep==0.8.2 n2v==0.3.3 keras-ocr==0.9.3
bayesflow==2.0.12 ludwig==0.11.0 keras-bert==0.89.0 tf-keras-vis==0.8.7
""".split()


def main(folder: Path) -> None:
    for package in PACKAGES:
        target = folder / package.replace("==", "-")
        if target.exists():
            continue
        with tempfile.TemporaryDirectory() as downloads:
            command = [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "--dest",
                downloads,
                package,
            ]
            if subprocess.run(command).returncode:
                print(f"not to be had here: {package}", file=sys.stderr)
                continue
            for archive in Path(downloads).iterdir():
                unpack(archive, target)
    files = list(folder.rglob("*.py"))
    lines = sum(file.read_bytes().count(b"\n") for file in files)
    print(f"{len(files)} files, {lines} lines in {folder}")


def unpack(archive: Path, target: Path) -> None:
    """The Python files only; a test or an example is code like any other."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(target, [name for name in wheel.namelist() if name.endswith(".py")])
    else:
        with tarfile.open(archive) as source:
            members = [m for m in source.getmembers() if m.isfile() and m.name.endswith(".py")]
            source.extractall(target, members, filter="data")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
