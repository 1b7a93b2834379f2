"""A trained tagger as files: `model.json`, `words.txt`, `weights.npz`.

Weights are stored as 16-bit floats, vectors as 8-bit integers with a scale a row: small
enough for a package. The same tagger gives the same bytes.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from kg.errors import ModelError
from kg.tagger import weights
from kg.tagger.features import SLOTS
from kg.tagger.labels import LABELS
from kg.tagger.lexicon import Lexicon
from kg.tagger.neural_network import Batch, Shape, build_network

Floats = NDArray[np.float32]
FORMAT = 1
PACKAGED = Path(__file__).parent.parent / "models" / "tagger"
"""The folder of the tagger that kg ships."""

_FILE_ERRORS = (KeyError, TypeError, ValueError, OSError, zipfile.BadZipFile)


@dataclass(frozen=True, slots=True)
class TrainedTagger:
    """A network with the words it knows.

    Attributes:
        rows: from the normal spelling of a word to its row in `vectors`; row 0 is for
            all other words.
        vectors: (words + 1, width) what texts without labels say of each word.
        shape: the sizes of the network.
        model: the network, which no longer changes.
        lexicon: what the network made of words that it has read.
    """

    rows: Mapping[str, int]
    vectors: Floats
    shape: Shape
    model: Model[Batch, Floats]
    lexicon: Lexicon = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Begin with no word read."""
        lexicon = Lexicon(self.model, self.rows)
        object.__setattr__(self, "lexicon", lexicon)


def quantise(vectors: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Return vectors (words, width) as bytes, and the scale of each row (words, 1)."""
    # A row of zeros, that of unknown words, has a scale above 0 all the same.
    scale = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-8) / 127
    return np.round(vectors / scale).astype(np.int8), scale.astype(np.float32)


def save(trained: TrainedTagger, folder: Path) -> None:
    """Write the three files; folders are made."""
    folder.mkdir(parents=True, exist_ok=True)
    # The description comes last and names the sums of the others: a folder whose writing
    # was broken off is told from a whole one.
    _write_weights(trained, folder / "weights.npz")
    words = "".join(f"{word}\n" for word in trained.rows)
    (folder / "words.txt").write_text(words, "utf-8", newline="\n")
    names = ("weights.npz", "words.txt")
    description = {
        "format": FORMAT,
        "labels": LABELS,
        "slots": SLOTS,
        "shape": asdict(trained.shape),
        "sha256": {name: _digest(folder / name) for name in names},
    }
    text = json.dumps(description, indent=1) + "\n"
    (folder / "model.json").write_text(text, "utf-8")


def read(folder: Path) -> TrainedTagger:
    """Read what `save` wrote.

    Raises:
        ModelError: a file is missing or damaged, or another version wrote it.
    """
    try:
        description = json.loads((folder / "model.json").read_text("utf-8"))
        _check(description, folder)
        shape = Shape(**description["shape"])
        spellings = (folder / "words.txt").read_text("utf-8").split("\n")[:-1]
        # Pickles run code, and a model may come from anywhere.
        with np.load(folder / "weights.npz", allow_pickle=False) as arrays:
            vectors = arrays["words"].astype("f") * arrays["scale"]
            rows = {word: row for row, word in enumerate(spellings, start=1)}
            model = _network_of(shape, vectors, arrays)
            return TrainedTagger(rows, vectors, shape, model)
    except _FILE_ERRORS as error:
        raise _unusable(folder, error) from error


def model_digest(folder: Path) -> str:
    """Return what tells a trained tagger from every other: a SHA-256 of all its files.

    They are as `save` wrote them; of what they say nothing is read.

    Raises:
        ModelError: a file is missing or damaged, or another version wrote it.
    """
    try:
        text = (folder / "model.json").read_bytes()
        _check(json.loads(text), folder)
    except _FILE_ERRORS as error:
        raise _unusable(folder, error) from error
    # It has the digests of the other files, which are checked by now.
    return hashlib.sha256(text).hexdigest()


def _unusable(folder: Path, error: Exception) -> ModelError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ModelError(
            f"{folder}: no trained tagger there ({Path(error.filename).name} is"
            " missing); train one by python -m pipelines.tagger.train"
        )
    return ModelError(f"{folder}: the trained tagger is damaged ({error})")


def _write_weights(trained: TrainedTagger, path: Path) -> None:
    vectors, scale = quantise(trained.vectors)
    arrays: dict[str, NDArray[Any]] = {"words": vectors, "scale": scale}
    for key, layer, name in _keyed_weights(trained.model):
        arrays[key] = weights.get(layer, name).astype(np.float16)
    np.savez_compressed(path, allow_pickle=False, **arrays)


def _network_of(
    shape: Shape, vectors: Floats, arrays: Mapping[str, NDArray[np.generic]]
) -> Model[Batch, Floats]:
    """Return a network with the weights that were saved."""
    model = build_network(shape, vectors)
    for key, layer, name in _keyed_weights(model):
        weights.set_weights(layer, name, arrays[key].astype("f"))
    return model


def _keyed_weights(
    model: Model[Any, Any],
) -> Iterator[tuple[str, Model[Any, Any], str]]:
    """Yield each weight array's name in the file, its layer, its name in the layer."""
    for number, (layer, name) in enumerate(weights.all_weights(model)):
        yield f"{number:02}.{name}", layer, name


def _check(description: Mapping[str, Any], folder: Path) -> None:
    """Raise an error if another version wrote the files, or a file is another."""
    expected = {"format": FORMAT, "labels": list(LABELS), "slots": SLOTS}
    for key, value in expected.items():
        if description[key] != value:
            raise ModelError(
                f"{folder}: the trained tagger has {key} {description[key]!r}, this"
                f" version of kg reads {value!r}; train it again by"
                " python -m pipelines.tagger.train"
            )
    # Of a name its last part alone: a description must not lead out of the folder.
    for name, digest in description["sha256"].items():
        if _digest(folder / Path(name).name) != digest:
            raise ValueError(f"{name} is not the file that was saved")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
