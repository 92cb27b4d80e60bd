"""Trains a small classifier of iris flowers and writes four versions of it, each a different kind of change.

    1.0.0   measurements f32[N,4] -> label string[N], probabilities f32[N,3]
    1.0.1   trained again on more flowers: the same graph, other weights (a patch)
    1.1.0   the weights of 1.0.1 and one more output, confidence f32[N] (a minor)
    2.0.0   measurements f32[N,5], the fifth is the area of the petal (a major)
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

import onnx_files

FOLDER = Path(__file__).parent / "iris"
BATCH = "N"
# Weights are rounded to multiples of this, far below what matters to the answers: the last bits of a sum depend on the
# processor and on where its arrays happen to lie in memory, and the files should not.
GRID = 2.0**-10
# The tests leave 50 flowers out of training: three may be wrong.
LEAST_ACCURACY = 0.94


def load():
    """The flowers, split once: every version is tested on the same ones."""
    iris = load_iris()
    names = np.array([str(name) for name in iris.target_names])[iris.target]
    measurements = iris.data.astype(np.float32)
    return train_test_split(measurements, names, test_size=50, stratify=names, random_state=11)


def with_petal_area(measurements):
    """Adds length times width of the petal, in square centimetres."""
    area = measurements[:, 2:3] * measurements[:, 3:4]
    return np.hstack([measurements, area])


def train(measurements, names, seed):
    """A hidden layer of eight; its weights become ordinary tensors of the graph."""
    # All flowers at once: then the path to the weights is smooth, and rounding absorbs what differs between machines.
    classifier = MLPClassifier(
        hidden_layer_sizes=(8,),
        solver="adam",
        batch_size=len(names),
        learning_rate_init=0.02,
        alpha=0.1,
        max_iter=2000,
        random_state=seed,
    )
    classifier.fit(measurements.astype(np.float64), names)
    for weights in [*classifier.coefs_, *classifier.intercepts_]:
        # Adding zero makes an ordinary zero of a negative one.
        weights[...] = np.round(weights / GRID) * GRID + 0.0
    return classifier


def export(classifier):
    """The classifier as a graph whose outputs are plain tensors with a named batch axis."""
    features = classifier.n_features_in_
    model = to_onnx(
        classifier,
        name="iris",
        initial_types=[("measurements", FloatTensorType([None, features]))],
        options={"zipmap": False},
        target_opset={"": onnx_files.OPSET, "ai.onnx.ml": 3},
    )
    # The exporter leaves the batch without a name, and nothing would say that input and outputs share it.
    for value in [*model.graph.input, *model.graph.output]:
        value.type.tensor_type.shape.dim[0].dim_param = BATCH
    return model


def add_confidence(model):
    """Adds an output: the largest of the probabilities."""
    node = helper.make_node("ReduceMax", ["probabilities"], ["confidence"], name="confidence", axes=[1], keepdims=0)
    model.graph.node.append(node)
    model.graph.output.append(helper.make_tensor_value_info("confidence", TensorProto.FLOAT, [BATCH]))
    return model


def verify(path, classifier, measurements, names):
    """Runs the file: it must agree with the classifier it was made from, and be right often enough."""
    session = onnx_files.session(path)
    outputs = [output.name for output in session.get_outputs()]
    answer = dict(zip(outputs, session.run(outputs, {"measurements": measurements})))
    labels = answer["label"].astype(str)
    assert (labels == classifier.predict(measurements)).all()
    assert np.allclose(answer["probabilities"], classifier.predict_proba(measurements), atol=1e-4)
    if "confidence" in answer:
        assert np.array_equal(answer["confidence"], answer["probabilities"].max(axis=1))
    one = session.run(outputs, {"measurements": measurements[:1]})
    assert [len(value) for value in one] == [1] * len(outputs)
    accuracy = float((labels == names).mean())
    assert accuracy >= LEAST_ACCURACY, f"{path.name} is right in only {accuracy:.2%}"
    inputs, outputs = onnx_files.signature(onnx.load(path))
    print(f"{onnx_files.describe(path)}\n    {', '.join(inputs)} -> {', '.join(outputs)}\n    accuracy {accuracy:.4f}")


def main():
    """Makes all versions."""
    train_x, test_x, train_y, test_y = load()
    first_x, _, first_y, _ = train_test_split(train_x, train_y, train_size=60, stratify=train_y, random_state=7)
    first = train(first_x, first_y, seed=1)
    again = train(train_x, train_y, seed=2)
    wider = train(with_petal_area(train_x), train_y, seed=2)
    versions = {
        "1.0.0": (first, export(first), test_x),
        "1.0.1": (again, export(again), test_x),
        "1.1.0": (again, add_confidence(export(again)), test_x),
        "2.0.0": (wider, add_confidence(export(wider)), with_petal_area(test_x)),
    }
    for version, (classifier, model, measurements) in versions.items():
        path = FOLDER / f"{version}.onnx"
        onnx_files.write(model, path)
        verify(path, classifier, measurements, test_y)
    assert onnx_files.differ_in_weights_only(FOLDER / "1.0.0.onnx", FOLDER / "1.0.1.onnx")


if __name__ == "__main__":
    main()
