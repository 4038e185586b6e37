"""What is told of each call, on both Kerases: the truth of an unbounded training, found on a few batches."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from fixer.verify.execution import Ending, Execution, Job, Outcome
from fixer.verify.verifier import Verifier

from .conftest import PRELUDE

Run = Callable[..., Execution]

SIGNATURE = "(tf.TensorSpec((None, 10), tf.float32), tf.TensorSpec((None, 1), tf.float32))"


@dataclass(frozen=True)
class Case:
    text: str
    keras3: str
    keras2: str
    detail: str = ""
    """Part of the detail, on both."""


CASES = {
    "arrays": Case("model().fit(*batch(1000), epochs=10)", "trained", "trained", "steps of 32 samples, loss "),
    "few arrays": Case("model().fit(*batch(5), epochs=2)", "trained", "trained", "1 step of 5 samples"),
    "sample counts differ": Case(
        "x, y = batch(1000)\nmodel().fit(x, y[:-1])", "failed", "failed", "Data cardinality is ambiguous"
    ),
    "a label out of range, far back": Case(
        """
        y = np.random.randint(0, 3, 5000); y[4321] = 9
        m = model(outputs=3)
        m.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        m.fit(batch(5000)[0], y)
        """,
        "failed",
        "failed",
        "label value of 9",
    ),
    "not a number, far back": Case(
        "x, y = batch(2000)\nx[1900, 3] = np.nan\nmodel().fit(x, y)", "trained", "trained", "the loss is not a number"
    ),
    "lists": Case("model(1).fit([1.0, 2.0], [1.0, 2.0])", "failed", "trained"),
    "a finite generator, one epoch": Case("""
        def stream():
            for _ in range(10): yield batch()
        model().fit(stream())
        """, "trained", "trained"),
    "a finite generator, several epochs": Case("""
        def stream():
            for _ in range(10): yield batch()
        model().fit(stream(), epochs=4)
        """, "starved", "starved", "the generator yields 10 batches in all, enough for one epoch of the 4 asked for"),
    "a finite generator, steps given": Case("""
        def stream():
            for _ in range(10): yield batch()
        model().fit(stream(), steps_per_epoch=10, epochs=10)
        """, "starved", "starved", "the generator yields 10 batches in all; 10 epochs of 10 steps need 100"),
    "a finite generator that has enough": Case("""
        def stream():
            for _ in range(40): yield batch()
        model().fit(stream(), steps_per_epoch=10, epochs=4)
        """, "trained", "trained"),
    "a fresh generator for each epoch": Case("""
        def stream():
            for _ in range(4): yield batch()
        m = model()
        for _ in range(3): m.fit(stream(), epochs=1)
        """, "trained", "trained"),
    "an endless generator with steps": Case("""
        def stream():
            while True: yield batch()
        model().fit(stream(), steps_per_epoch=10, epochs=4)
        """, "trained", "trained"),
    "an endless generator": Case("""
        def stream():
            while True: yield batch()
        model().fit(stream(), epochs=4)
        """, "endless", "endless", "the generator never ends and no steps are given"),
    "an endless generator within another": Case("""
        import itertools
        def inner():
            for _ in itertools.count(): yield batch()
        def stream():
            yield from inner()
        model().fit(stream())
        """, "endless", "endless"),
    "a loop that breaks is not endless": Case("""
        def stream():
            i = 0
            while True:
                i += 1
                if i > 5: break
                yield batch()
        model().fit(stream())
        """, "trained", "trained"),
    "a shape that changes late": Case("""
        def stream():
            for i in range(20): yield batch(width=11 if i == 11 else 10)
        model().fit(stream())
        """, "failed", "failed", "InvalidArgumentError"),
    "labels that are one short, late": Case("""
        def stream():
            i = 0
            while True:
                i += 1
                x, y = batch()
                yield (x, y[:-1]) if i == 9 else (x, y)
        model().fit(stream(), steps_per_epoch=50)
        """, "failed", "failed", "Incompatible shapes"),
    "integers first": Case("""
        def stream():
            for i in range(8):
                x, y = batch()
                yield (x.astype("uint8") if i == 0 else x), y
        model().fit(stream())
        """, "trained", "trained"),
    "a generator that raises": Case("""
        def stream():
            for i in range(10):
                if i == 5: raise KeyError("boom")
                yield batch()
        model().fit(stream())
        """, "failed", "failed", "KeyError: 'boom'"),
    "a short last batch": Case("model().fit(*batch(99), batch_size=8)", "trained", "trained", "4 steps"),
    "a sequence": Case("""
        class Data(keras.utils.Sequence):
            def __len__(self): return 30
            def __getitem__(self, i): return batch()
        model().fit(Data(), epochs=3)
        """, "trained", "trained", "3 steps"),
    "a sequence, steps that do not divide it": Case("""
        class Data(keras.utils.Sequence):
            def __len__(self): return 10
            def __getitem__(self, i): return batch()
        model().fit(Data(), epochs=4, steps_per_epoch=4)
        """, "starved", "trained"),
    "a sequence with one odd batch": Case("""
        class Data(keras.utils.Sequence):
            def __len__(self): return 40
            def __getitem__(self, i): return batch(width=9 if i == 12 else 10)
        model().fit(Data())
        """, "failed", "failed"),
    "a dataset": Case("""
        import tensorflow as tf
        model().fit(tf.data.Dataset.from_tensor_slices(batch(80)).batch(8), epochs=4)
        """, "trained", "trained"),
    "a dataset, steps equal to its size": Case("""
        import tensorflow as tf
        model().fit(tf.data.Dataset.from_tensor_slices(batch(80)).batch(8), epochs=4, steps_per_epoch=10)
        """, "trained", "trained"),
    "a dataset, steps that divide it": Case("""
        import tensorflow as tf
        model().fit(tf.data.Dataset.from_tensor_slices(batch(80)).batch(8), epochs=4, steps_per_epoch=5)
        """, "trained", "starved"),
    "a dataset, steps that do not divide it": Case("""
        import tensorflow as tf
        model().fit(tf.data.Dataset.from_tensor_slices(batch(80)).batch(8), epochs=4, steps_per_epoch=4)
        """, "starved", "starved", "the dataset has 10 batches in all; 4 epochs of 4 steps need 16"),
    "a dataset that repeats": Case("""
        import tensorflow as tf
        model().fit(tf.data.Dataset.from_tensor_slices(batch(80)).batch(8).repeat(), epochs=4)
        """, "endless", "endless", "the dataset never ends and no steps are given"),
    "a dataset that repeats, steps given": Case("""
        import tensorflow as tf
        model().fit(tf.data.Dataset.from_tensor_slices(batch(80)).batch(8).repeat(), epochs=4, steps_per_epoch=10)
        """, "trained", "trained"),
    "a dataset from a finite generator": Case(f"""
        import tensorflow as tf
        def stream():
            for _ in range(10): yield batch()
        data = tf.data.Dataset.from_generator(stream, output_signature={SIGNATURE})
        model().fit(data, epochs=4)
        """, "trained", "trained"),
    "a dataset from a finite generator, steps given": Case(f"""
        import tensorflow as tf
        def stream():
            for _ in range(10): yield batch()
        data = tf.data.Dataset.from_generator(stream, output_signature={SIGNATURE})
        model().fit(data, epochs=4, steps_per_epoch=5)
        """, "starved", "starved", "the dataset yields 10 batches in all; 4 epochs of 5 steps need 20"),
    "a dataset from an endless generator": Case(f"""
        import tensorflow as tf
        def stream():
            while True: yield batch()
        data = tf.data.Dataset.from_generator(stream, output_signature={SIGNATURE}).prefetch(2)
        model().fit(data, epochs=4)
        """, "endless", "endless"),
    "a validation generator that ends": Case("""
        def stream(count):
            for _ in range(count): yield batch()
        model().fit(stream(40), steps_per_epoch=10, epochs=4, validation_data=stream(4))
        """, "starved", "starved", "validation"),
    "validation of the wrong width, only in the fifth epoch": Case(
        "model().fit(*batch(100), epochs=5, validation_data=batch(100, 9), validation_freq=5)", "failed", "failed"
    ),
    "a model's own code": Case("""
        class Own(keras.Model):
            def __init__(self):
                super().__init__()
                self.dense = keras.layers.Dense(1)
            def call(self, x):
                return self.dense(x).missing
        m = Own()
        m.compile("sgd", "mse")
        m.fit(*batch(100))
        """, "failed", "failed", "has no attribute 'missing'"),
    "a subclass with a fit of its own": Case("""
        class Own(keras.Sequential):
            def fit(self, *arguments, **named):
                return super().fit(*arguments, **named)
        m = Own([keras.layers.Dense(1)])
        m.compile("sgd", "mse")
        m.fit(*batch(100), epochs=3)
        """, "trained", "trained", "4 steps"),
}  # fmt: skip

UNBOUNDED = [
    "a finite generator, several epochs",
    "a finite generator, steps given",
    "a sequence, steps that do not divide it",
    "a dataset, steps that divide it",
    "a dataset, steps that do not divide it",
    "a dataset from a finite generator, steps given",
    "a validation generator that ends",
]
"""Where a full training is short enough to be held against the bounded one."""


def _last(execution: Execution) -> tuple[str, str]:
    call = execution.calls[-1]
    return call.outcome.value, call.detail


def _run_all(verifier: Verifier, folder: Path) -> dict[str, Execution]:
    """All cases in one run, two at a time."""
    jobs = []
    for index, case in enumerate(CASES.values()):
        script = folder / str(index) / "train.py"
        script.parent.mkdir()
        script.write_text(PRELUDE + textwrap.dedent(case.text))
        jobs.append(Job(script))
    names = [*CASES]
    return {names[index]: execution for index, execution in verifier.run_many(jobs)}


@pytest.fixture(scope="module")
def of_keras3(keras3: Verifier, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Execution]:
    return _run_all(keras3, tmp_path_factory.mktemp("keras3"))


@pytest.fixture(scope="module")
def of_keras2(keras2: Verifier, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Execution]:
    return _run_all(keras2, tmp_path_factory.mktemp("keras2"))


@pytest.mark.parametrize("name", CASES)
def test_keras3(name: str, of_keras3: dict[str, Execution]) -> None:
    _expect(CASES[name].keras3, CASES[name].detail, of_keras3[name])


@pytest.mark.parametrize("name", CASES)
def test_keras2(name: str, of_keras2: dict[str, Execution]) -> None:
    _expect(CASES[name].keras2, CASES[name].detail, of_keras2[name])


@pytest.mark.parametrize("name", UNBOUNDED)
def test_a_full_training_says_the_same(name: str, either: Verifier, run: Run) -> None:
    case = CASES[name]
    expected = case.keras2 if either.environment.get("TF_USE_LEGACY_KERAS") else case.keras3
    assert _last(run(either, case.text, bounded=False))[0] == expected


def _expect(outcome: str, detail: str, execution: Execution) -> None:
    told, said = _last(execution)
    assert (told, execution.isolation) == (outcome, "full"), said
    assert detail in said
    assert execution.healthy == (outcome == "trained")
    assert execution.ending is (Ending.RAISED if outcome == "failed" else Ending.FINISHED)


def test_batches_in_each_epoch_as_keras_3_has_them(keras3: Verifier, run: Run) -> None:
    text = """
        def stream():
            for _ in range(10): yield batch()
        model().fit(stream(), epochs=4)
        model().fit(stream(), epochs=4, steps_per_epoch=10)
        """
    execution = run(keras3, text, bounded=False)
    assert [call.batches for call in execution.calls] == [(10, 2, 2, 2), (10, 0, 2, 2)]


def test_batches_in_each_epoch_as_keras_2_has_them(keras2: Verifier, run: Run) -> None:
    text = """
        def stream():
            for _ in range(10): yield batch()
        model().fit(stream(), epochs=4)
        """
    assert run(keras2, text, bounded=False).calls[0].batches == (10, 0)


def test_integers_first_are_told(keras3: Verifier, run: Run) -> None:
    detail = run(keras3, CASES["integers first"].text).calls[0].detail
    assert "the first batch is uint8, later ones float32: the later ones are truncated to integers" in detail


def test_the_last_short_batch_of_a_model_of_fixed_batch_size(keras2: Verifier, keras3: Verifier, run: Run) -> None:
    text = """
        class Fixed(keras.layers.Layer):
            def call(self, x):
                import tensorflow as tf
                return x + tf.zeros((8, 1))
        first = keras.Input((10,))
        m = keras.Model(first, Fixed()(keras.layers.Dense(1)(first)))
        m.compile("sgd", "mse")
        m.fit(*batch(800 + REST), batch_size=8)
        """
    for verifier in (keras2, keras3):
        assert run(verifier, text.replace("REST", "0")).healthy
        assert _last(run(verifier, text.replace("REST", "3")))[0] == "failed"


def test_failures_that_the_script_caught_or_that_a_thread_died_of(either: Verifier, run: Run) -> None:
    execution = run(either, """
        import threading
        x, y = batch(100)
        try:
            model(9).fit(x, y)
        except Exception as error:
            print(error)
        model().fit(x, y)
        thread = threading.Thread(target=lambda: model(8).fit(x, y))
        thread.start()
        thread.join()
        """)  # fmt: skip
    assert execution.ending is Ending.FINISHED
    assert not execution.healthy
    assert [call.outcome for call in execution.calls] == [Outcome.FAILED, Outcome.TRAINED, Outcome.FAILED]
    assert [call.line for call in execution.calls] == [18, 21, 22]
    assert all(call.error and call.error.line == call.line for call in execution.calls if call.error)


def test_the_rest_of_the_script_sees_what_it_expects(either: Verifier, run: Run) -> None:
    execution = run(either, """
        x, y = batch(3000)
        m = model()
        history = m.fit(x, y, epochs=20, validation_split=0.1, verbose=0)
        assert len(history.history["loss"]) == len(history.history["val_loss"]) == len(history.epoch) == 20
        assert m.predict(x).shape == (3000, 1)
        assert isinstance(m.evaluate(x, y), float)
        class Data(keras.utils.Sequence):
            def __len__(self): return 30
            def __getitem__(self, i): return batch(8 if i < 29 else 3)
        assert len(m.predict(Data())) == 235
        import tensorflow as tf
        assert len(m.predict(tf.data.Dataset.from_tensor_slices(batch(333)).batch(8))) == 333
        m.save("model.keras")
        assert keras.models.load_model("model.keras").predict(x[:2]).shape == (2, 1)
        """)  # fmt: skip
    assert execution.error is None
    assert [call.kind for call in execution.calls] == ["fit", "predict", "evaluate", "predict", "predict", "predict"]
    assert execution.healthy
    assert execution.keras.startswith(("keras 3", "tf_keras 2")) and execution.keras.endswith("(tensorflow)")


def test_a_loop_of_train_on_batch_is_one_call(either: Verifier, run: Run) -> None:
    execution = run(either, """
        x, y = batch(32)
        m = model()
        for _ in range(20000): m.train_on_batch(x, y)
        m.train_on_batch(x[:, :9], y)
        """)  # fmt: skip
    assert [call.outcome for call in execution.calls] == [Outcome.TRAINED, Outcome.FAILED]
    assert "(20000 calls)" in execution.calls[0].detail


def test_no_call_at_all(keras3: Verifier, run: Run) -> None:
    execution = run(keras3, "def train():\n    model().fit(*batch(100))\n")
    assert (execution.ending, execution.calls, execution.healthy) == (Ending.FINISHED, (), False)


def test_functions_that_ran(keras3: Verifier, write: Callable[..., Path]) -> None:
    helper = write(
        "import os\n\n@staticmethod\ndef unused():\n    pass\n\n\ndef used():\n    '''Doc.'''\n    return 1\n",
        "helper.py",
        False,
    )
    script = write("import helper\nhelper.used()\n", prelude=False)
    execution = keras3.run(Job(script))
    assert execution.error is None
    assert execution.reached == {f"{helper}:8"}


def test_a_module_of_a_package(keras3: Verifier, write: Callable[..., Path]) -> None:
    write("", "pkg/__init__.py", False)
    write("WIDTH = 10\n", "pkg/size.py", False)
    script = write(
        "from .size import WIDTH\nmodel(WIDTH).fit(*batch(50))\nassert __name__ == '__main__'", "pkg/train.py"
    )
    script.write_text(script.read_text())
    assert keras3.run(Job(script)).healthy


def test_patched_files_are_what_runs(keras3: Verifier, write: Callable[..., Path]) -> None:
    helper = write("WIDTH = 9\n", "size.py", False)
    script = write("from size import WIDTH\nmodel(WIDTH).fit(*batch(50))\n")
    assert not keras3.run(Job(script)).healthy
    assert keras3.run(Job(script, files={helper: b"WIDTH = 10\n"})).healthy
    assert helper.read_text() == "WIDTH = 9\n"


def test_arguments_and_folder(keras3: Verifier, write: Callable[..., Path]) -> None:
    script = write("""
        import os, sys
        assert sys.argv == [__file__, "--epochs", "3"], sys.argv
        assert os.getcwd() == os.path.dirname(__file__)
        assert sys.path[0] == os.path.dirname(__file__)
        try:
            input("? ")
        except EOFError:
            sys.exit(0)
        """, prelude=False)  # fmt: skip
    assert keras3.run(Job(script, args=("--epochs", "3"))).ending is Ending.FINISHED


@pytest.mark.parametrize(
    "text, ending, detail",
    [
        ("open('data/train.csv')", Ending.NO_DATA, "data/train.csv"),
        ("keras.models.load_model('absent.keras')", Ending.NO_DATA, "absent.keras"),
        ("import urllib.request as u\nu.urlopen('https://example.com/x.csv')", Ending.NO_DATA, "no network"),
        ("keras.utils.get_file('x.zip', 'https://example.com/x.zip')", Ending.NO_DATA, "https://example.com/x.zip"),
        ("import absent_package", Ending.NO_DATA, "absent_package"),
        ("import keras.absent", Ending.RAISED, ""),
        ("import sys; sys.exit(0)", Ending.FINISHED, ""),
        ("import sys; sys.exit('no')", Ending.RAISED, ""),
        ("def f(:", Ending.RAISED, ""),
    ],
)
def test_endings(text: str, ending: Ending, detail: str, keras3: Verifier, run: Run) -> None:
    execution = run(keras3, text)
    assert execution.ending is ending
    assert detail in execution.detail
    if ending is Ending.RAISED:
        assert execution.error is not None and execution.error.path is not None


def test_a_failure_is_where_the_user_s_code_failed(either: Verifier, run: Run) -> None:
    execution = run(either, CASES["a model's own code"].text)
    assert execution.error is not None
    assert execution.error.type == "AttributeError"
    assert (execution.error.line, execution.calls[0].line) == (20, 23)
    assert "\x1b" not in execution.error.message
