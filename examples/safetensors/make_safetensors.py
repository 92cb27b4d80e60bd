"""Trains a network of two layers on the iris flowers and writes two versions of its weights.

The consumers load the file themselves.

    1.0.0   fc1.weight, fc1.bias, fc2.weight, fc2.bias
    1.1.0   the same bytes and one more tensor, temperature: divides the logits, so that confidence means something
"""

import hashlib
import json
import struct
from pathlib import Path

import numpy as np
from safetensors import safe_open
from safetensors.numpy import load_file
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split

FOLDER = Path(__file__).parent
LABELS = ["setosa", "versicolor", "virginica"]
HIDDEN = 16
# Weights are rounded to multiples of this: the last bits of a sum depend on the processor, and the files should not.
GRID = 2.0**-12
LEAST_ACCURACY = 0.9


def load():
    """The flowers in three parts: to fit the weights, to fit the temperature, to test."""
    iris = load_iris()
    rest_x, test_x, rest_y, test_y = train_test_split(
        iris.data, iris.target, test_size=50, stratify=iris.target, random_state=7
    )
    fit_x, tune_x, fit_y, tune_y = train_test_split(rest_x, rest_y, test_size=30, stratify=rest_y, random_state=7)
    return (fit_x, fit_y), (tune_x, tune_y), (test_x, test_y)


def forward(tensors, measurements):
    """The hidden layer and the logits."""
    hidden = np.maximum(measurements @ tensors["fc1.weight"].T + tensors["fc1.bias"], 0)
    logits = hidden @ tensors["fc2.weight"].T + tensors["fc2.bias"]
    return hidden, logits / tensors.get("temperature", 1.0)


def probabilities(logits):
    """Softmax over the last axis."""
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


def surprise(tensors, measurements, classes):
    """The mean negative log-likelihood."""
    chances = probabilities(forward(tensors, measurements)[1])
    return float(-np.log(chances[np.arange(len(classes)), classes]).mean())


def train(measurements, classes, seed):
    """Gradient descent with momentum on all flowers at once."""
    rng = np.random.default_rng(seed)
    tensors = {
        "fc1.weight": rng.normal(0, 0.3, (HIDDEN, measurements.shape[1])),
        "fc1.bias": np.zeros(HIDDEN),
        "fc2.weight": rng.normal(0, 0.3, (len(LABELS), HIDDEN)),
        "fc2.bias": np.zeros(len(LABELS)),
    }
    velocity = {name: np.zeros_like(value) for name, value in tensors.items()}
    wanted = np.eye(len(LABELS))[classes]
    for _ in range(1000):
        hidden, logits = forward(tensors, measurements)
        error = (probabilities(logits) - wanted) / len(classes)
        back = (error @ tensors["fc2.weight"]) * (hidden > 0)
        gradients = {
            "fc1.weight": back.T @ measurements,
            "fc1.bias": back.sum(axis=0),
            "fc2.weight": error.T @ hidden,
            "fc2.bias": error.sum(axis=0),
        }
        for name, gradient in gradients.items():
            velocity[name] = 0.9 * velocity[name] - 0.02 * gradient
            tensors[name] += velocity[name]
    return {name: on_grid(value) for name, value in tensors.items()}


def on_grid(value):
    """Rounded, in the type that is stored. Adding zero makes an ordinary zero of a negative one."""
    return (np.round(np.asarray(value) / GRID) * GRID + 0.0).astype(np.float32)


def find_temperature(tensors, measurements, classes):
    """The number from a fixed list that makes flowers outside of the training least surprising."""
    candidates = np.geomspace(0.25, 8, 161)
    scores = [surprise({**tensors, "temperature": number}, measurements, classes) for number in candidates]
    return on_grid(candidates[[int(np.argmin(scores))]])


def write(path, tensors, metadata):
    """Writes the format by hand: the library keeps the metadata in an order that changes from run to run."""
    header, offset = {"__metadata__": dict(sorted(metadata.items()))}, 0
    for name, value in sorted(tensors.items()):
        header[name] = {"dtype": "F32", "shape": list(value.shape), "data_offsets": [offset, offset + value.nbytes]}
        offset += value.nbytes
    head = json.dumps(header, separators=(",", ":")).encode()
    head += b" " * (-len(head) % 8)
    body = b"".join(value.astype("<f4").tobytes() for _, value in sorted(tensors.items()))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(head)) + head + body)


def write_manifest(folder, accuracy):
    """What the publisher adds to what the file says."""
    labels = ", ".join(f'"{label}"' for label in LABELS)
    manifest = f"""\
model = "acme/iris-mlp"
files = ["model.safetensors"]

[declared]
license = "Apache-2.0"
consumption = "artifact"
labels = [{labels}]

[evaluation]
metrics = {{ accuracy = {accuracy:.4f} }}
"""
    (folder / "registry.toml").write_text(manifest, encoding="utf-8")


def verify(path, expected, measurements, classes):
    """Reads the file with the library, uses it, and says what there is."""
    tensors = load_file(path)
    assert tensors.keys() == expected.keys()
    assert all(np.array_equal(tensors[name], expected[name]) for name in expected)
    with safe_open(path, framework="numpy") as file:
        assert file.metadata()["labels"] == ",".join(LABELS)
    accuracy = float((forward(tensors, measurements)[1].argmax(axis=1) == classes).mean())
    assert accuracy >= LEAST_ACCURACY, f"{path} is right in only {accuracy:.2%}"
    content = path.read_bytes()
    print(f"{path.parent.name}/{path.name}  {len(content)} bytes  sha256:{hashlib.sha256(content).hexdigest()}")
    print("    " + ", ".join(f"{name} f32{list(value.shape)}" for name, value in sorted(tensors.items())))
    print(f"    accuracy {accuracy:.4f}, surprise {surprise(tensors, measurements, classes):.4f}")
    return accuracy


def main():
    """Makes both versions."""
    fit, tune, test = load()
    plain = train(*fit, seed=1)
    calibrated = {**plain, "temperature": find_temperature(plain, *tune)}
    assert surprise(calibrated, *test) < surprise(plain, *test)
    metadata = {"architecture": "mlp-4-16-3", "dataset": "iris", "format": "np", "labels": ",".join(LABELS)}
    for version, tensors in {"1.0.0": plain, "1.1.0": calibrated}.items():
        path = FOLDER / version / "model.safetensors"
        write(path, tensors, metadata)
        write_manifest(path.parent, verify(path, tensors, *test))


if __name__ == "__main__":
    main()
