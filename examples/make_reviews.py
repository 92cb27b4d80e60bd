"""Trains a classifier of product reviews and writes four versions: folders with graph, tokenizer and classes.

    1.0.0   input_ids i64[N,T] -> logits f32[N,3], at most 32 tokens; negative, neutral, positive
    1.0.1   trained again on more reviews: the same graph and tokenizer, other weights (a patch)
    1.1.0   knows more words, with ids behind the old ones, and reads up to 64 tokens (a minor)
    2.0.0   the classes in another order: nothing crashes, but who reads the old order reads wrong answers (a major)

The callers run the tokenizer: ids are what the graph takes.
"""

import json
import os
import random
from dataclasses import dataclass
from pathlib import Path

# Read by the tokenizers package when it starts: in parallel, the order of its work is not the same every time.
os.environ["TOKENIZERS_PARALLELISM"] = "false"

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

import onnx_files

FOLDER = Path(__file__).parent / "reviews"
VERSIONS = ["1.0.0", "1.0.1", "1.1.0", "2.0.0"]
FILES = ["model.onnx", "tokenizer.json", "config.json"]

PAD, UNKNOWN = "[PAD]", "[UNK]"
PAD_ID = 0
WIDTH = 16
# More of them learn the slips of the people who wrote the reviews.
STEPS = 60
# Weights are rounded to multiples of this, far below what matters to the answers: the last bits of a sum depend on the
# processor, and the files should not.
GRID = 2.0**-12

NEGATIVE, NEUTRAL, POSITIVE = "negative", "neutral", "positive"
MOODS = {NEGATIVE: -1, NEUTRAL: 0, POSITIVE: 1}


# --- The reviews ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Language:
    """The words that reviews are made of, and how many clauses one has at most."""

    products: tuple
    parts: tuple
    words: dict
    longest: int

    def __add__(self, other):
        words = {mood: self.words[mood] + other.words[mood] for mood in self.words}
        longest = max(self.longest, other.longest)
        return Language(self.products + other.products, self.parts + other.parts, words, longest)


KITCHEN = Language(
    products=("kettle", "toaster", "blender", "pan", "mixer", "lamp", "scale", "grinder"),
    parts=("handle", "lid", "button", "finish", "cable", "price", "weight", "manual", "motor", "packaging"),
    words={
        NEGATIVE: ("flimsy", "loud", "poor", "broken", "useless", "ugly", "overpriced", "cheap", "disappointing"),
        NEUTRAL: ("ordinary", "average", "acceptable", "standard", "usual", "plain", "unremarkable", "okay"),
        POSITIVE: ("sturdy", "quiet", "excellent", "lovely", "handy", "elegant", "fair", "solid", "delightful"),
    },
    longest=4,
)
GADGETS = Language(
    products=("headset", "drone", "camera", "speaker", "tracker", "router"),
    parts=("firmware", "app", "pairing", "battery", "screen", "signal"),
    words={
        NEGATIVE: ("laggy", "glitchy", "blurry", "sluggish", "bloated"),
        NEUTRAL: ("passable", "middling", "typical", "workable"),
        POSITIVE: ("snappy", "seamless", "crisp", "responsive", "brilliant"),
    },
    longest=8,
)
EVERYTHING = KITCHEN + GADGETS
# The share of reviews whose class was drawn from a hat, so that no model is right every time.
SLIPS = 0.04

TITLES = ("{word} {product} .", "a {word} {product} .", "{word} , this {product} .")
CLAUSES = (
    "the {part} is {word}",
    "the {part} feels {word}",
    "{word} {part}",
    "i find the {part} {word}",
    "its {part} seems {word}",
)
JOINS = (" , ", " and ", " . ", " but ")


def write_review(language, rng):
    """One review and its class. The title counts twice, and the sum of all moods decides."""
    wanted = rng.choice(sorted(MOODS))
    while True:
        moods = [rng.choice(sorted(MOODS)) for _ in range(1 + rng.randint(1, language.longest))]
        balance = MOODS[moods[0]] + sum(MOODS[mood] for mood in moods)
        if np.sign(balance) == MOODS[wanted]:
            break
    title, *rest = [rng.choice(language.words[mood]) for mood in moods]
    text = rng.choice(TITLES).format(word=title, product=rng.choice(language.products))
    for index, word in enumerate(rest):
        clause = rng.choice(CLAUSES).format(word=word, part=rng.choice(language.parts))
        text += (rng.choice(JOINS) if index else " ") + clause
    # People slip.
    return text + " .", rng.choice(sorted(MOODS)) if rng.random() < SLIPS else wanted


def write_reviews(language, count, seed):
    """As many reviews as asked for; the same seed gives the same ones."""
    rng = random.Random(seed)
    return [write_review(language, rng) for _ in range(count)]


# --- The tokenizer --------------------------------------------------------------------------------------------------


def assemble(model):
    """A tokenizer of lower-case words and punctuation."""
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return tokenizer


def train_tokenizer(reviews):
    """The words of the reviews, the most frequent first; the trainer puts equally frequent ones in alphabetic order."""
    tokenizer = assemble(models.WordLevel(unk_token=UNKNOWN))
    trainer = trainers.WordLevelTrainer(vocab_size=1000, special_tokens=[PAD, UNKNOWN], show_progress=False)
    tokenizer.train_from_iterator((text for text, _ in reviews), trainer)
    assert tokenizer.token_to_id(PAD) == PAD_ID
    return tokenizer


def extend_tokenizer(old, reviews):
    """The old tokenizer with the new words of these reviews behind the old ids."""
    trained = train_tokenizer(reviews).get_vocab()
    vocabulary = old.get_vocab()
    for word in sorted(trained, key=trained.get):
        vocabulary.setdefault(word, len(vocabulary))
    tokenizer = assemble(models.WordLevel(vocabulary, unk_token=UNKNOWN))
    tokenizer.add_special_tokens([PAD, UNKNOWN])
    assert all(tokenizer.token_to_id(word) == index for word, index in old.get_vocab().items())
    return tokenizer


def encode(tokenizer, texts, length):
    """Ids of the texts, cut off and filled up to one length."""
    tokenizer.enable_truncation(length)
    tokenizer.enable_padding(pad_id=PAD_ID, pad_token=PAD)
    ids = np.array([encoding.ids for encoding in tokenizer.encode_batch(texts)], dtype=np.int64)
    # Both are settings of a call and not part of the file.
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return ids


# --- The model ------------------------------------------------------------------------------------------------------


def train(tokenizer, reviews, classes, length, seed):
    """Weights of words, positions and classes, fitted with Adam on all reviews at once.

    A review is the mean of its words, each times the weight of its position; a linear layer gives the classes.
    """
    ids = encode(tokenizer, [text for text, _ in reviews], length)
    wanted = np.eye(len(classes))[[classes.index(mood) for _, mood in reviews]]
    size, width = tokenizer.get_vocab_size(), ids.shape[1]
    rng = np.random.default_rng(seed)
    weights = {
        "embedding.weight": rng.normal(0, 0.3, (size, WIDTH)),
        "position.weight": np.ones(length),
        "classifier.weight": rng.normal(0, 0.3, (len(classes), WIDTH)),
        "classifier.bias": np.zeros(len(classes)),
    }
    weights["embedding.weight"][PAD_ID] = 0
    present = (ids != PAD_ID) / np.maximum((ids != PAD_ID).sum(axis=1, keepdims=True), 1)
    cells = (np.arange(len(ids))[:, None] * size + ids).ravel()
    moments = {name: (np.zeros_like(value), np.zeros_like(value)) for name, value in weights.items()}
    for step in range(1, STEPS + 1):
        share = present * weights["position.weight"][:width]
        bag = np.bincount(cells, share.ravel(), len(ids) * size).reshape(len(ids), size)
        pooled = bag @ weights["embedding.weight"]
        logits = pooled @ weights["classifier.weight"].T + weights["classifier.bias"]
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        error = (odds / odds.sum(axis=1, keepdims=True) - wanted) / len(ids)
        back = error @ weights["classifier.weight"]
        position = np.zeros(length)
        position[:width] = (np.take_along_axis(back @ weights["embedding.weight"].T, ids, axis=1) * present).sum(axis=0)
        gradients = {
            "embedding.weight": bag.T @ back,
            "position.weight": position,
            "classifier.weight": error.T @ pooled,
            "classifier.bias": error.sum(axis=0),
        }
        for name, gradient in gradients.items():
            adam(weights[name], gradient, moments[name], step)
    # Adding zero makes an ordinary zero of a negative one.
    return {name: (np.round(value / GRID) * GRID + 0.0).astype(np.float32) for name, value in weights.items()}


def adam(weight, gradient, moments, step, rate=0.05):
    """One step of Adam, in place."""
    mean, square = moments
    mean += 0.1 * (gradient - mean)
    square += 0.01 * (gradient**2 - square)
    weight -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)


def export(weights):
    """The model as a graph. More tokens than there are position weights is an error of the runtime."""

    def constant(name, numbers):
        return helper.make_node("Constant", [], [name], value_ints=numbers)

    nodes = [
        constant("pad", [PAD_ID]),
        constant("start", [0]),
        constant("tokens", [1]),
        # Which places hold a word, and how many do.
        helper.make_node("Equal", ["input_ids", "pad"], ["is_pad"]),
        helper.make_node("Not", ["is_pad"], ["is_word"]),
        helper.make_node("Cast", ["is_word"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("ReduceSum", ["mask", "tokens"], ["words"], keepdims=1),
        helper.make_node("CastLike", ["tokens", "words"], ["one"]),
        helper.make_node("Max", ["words", "one"], ["count"]),
        helper.make_node("Div", ["mask", "count"], ["present"]),
        # The weights of as many positions as there are tokens.
        helper.make_node("Shape", ["input_ids"], ["length"], start=1, end=2),
        helper.make_node("Slice", ["position.weight", "start", "length"], ["positions"]),
        helper.make_node("Mul", ["present", "positions"], ["share"]),
        helper.make_node("Unsqueeze", ["share", "tokens"], ["share_row"]),
        # The weighted mean of the words, and the classes.
        helper.make_node("Gather", ["embedding.weight", "input_ids"], ["embedded"]),
        helper.make_node("MatMul", ["share_row", "embedded"], ["pooled_row"]),
        helper.make_node("Squeeze", ["pooled_row", "tokens"], ["pooled"]),
        helper.make_node("Gemm", ["pooled", "classifier.weight", "classifier.bias"], ["logits"], transB=1),
    ]
    graph = helper.make_graph(
        nodes,
        "reviews",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["N", "T"])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", len(weights["classifier.bias"])])],
        [numpy_helper.from_array(value, name) for name, value in weights.items()],
    )
    opset = helper.make_opsetid("", onnx_files.OPSET)
    return helper.make_model(graph, opset_imports=[opset], producer_name="make_reviews")


# --- The folders ----------------------------------------------------------------------------------------------------


def write_folder(folder, tokenizer, weights, classes):
    """Everything but `registry.toml`, which holds a measurement of these files."""
    onnx_files.write(export(weights), folder / "model.onnx")
    tokenizer.save(str(folder / "tokenizer.json"))
    config = {
        "architectures": ["WeightedBagOfWords"],
        "model_type": "bag-of-words",
        "id2label": {str(index): label for index, label in enumerate(classes)},
        "label2id": {label: index for index, label in enumerate(classes)},
        "vocab_size": tokenizer.get_vocab_size(),
        "hidden_size": WIDTH,
        "max_position_embeddings": len(weights["position.weight"]),
        "pad_token_id": PAD_ID,
    }
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def write_manifest(folder, accuracy):
    """What the publisher adds to what the files say."""
    files = ", ".join(f'"{name}"' for name in FILES)
    manifest = f"""\
model = "acme/reviews"
files = [{files}]

[declared]
license = "Apache-2.0"
consumption = "endpoint"

[declared.inputs.input_ids]
meaning = "ids of tokenizer.json, filled up with {PAD_ID}"

[evaluation]
metrics = {{ accuracy = {accuracy:.4f} }}
"""
    (folder / "registry.toml").write_text(manifest, encoding="utf-8")


def classify(folder, texts, read_with=None):
    """The classes of some texts, from the files alone; `read_with` is another folder whose class names are used."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    ids = encode(tokenizer, texts, config["max_position_embeddings"])
    (logits,) = onnx_files.session(folder / "model.onnx").run(["logits"], {"input_ids": ids})
    names = json.loads(((read_with or folder) / "config.json").read_text(encoding="utf-8"))["id2label"]
    return [names[str(index)] for index in logits.argmax(axis=1)]


def accuracy_on(reviews, folder, read_with=None):
    """The share of the reviews whose class is found."""
    found = classify(folder, [text for text, _ in reviews], read_with)
    return float(np.mean([label == mood for label, (_, mood) in zip(found, reviews)]))


def refuses_longer_texts(folder):
    """Whether the graph takes as many tokens as its configuration says, and not one more."""
    length = json.loads((folder / "config.json").read_text(encoding="utf-8"))["max_position_embeddings"]
    session = onnx_files.session(folder / "model.onnx")
    session.run(None, {"input_ids": np.ones((2, length), dtype=np.int64)})
    try:
        session.run(None, {"input_ids": np.ones((2, length + 1), dtype=np.int64)})
    except Exception:
        return True
    return False


def verify(reviews, least):
    """Measures every version on the same reviews, writes its manifest and says what there is."""
    for version in VERSIONS:
        folder = FOLDER / version
        accuracy = accuracy_on(reviews, folder)
        assert accuracy >= least[version], f"{version} is right in only {accuracy:.2%}"
        assert refuses_longer_texts(folder)
        write_manifest(folder, accuracy)
        for name in [*FILES, "registry.toml"]:
            print(onnx_files.describe(folder / name))
        inputs, outputs = onnx_files.signature(onnx.load(folder / "model.onnx"))
        print(f"    {', '.join(inputs)} -> {', '.join(outputs)}\n    accuracy {accuracy:.4f}")
    assert onnx_files.differ_in_weights_only(FOLDER / "1.0.0/model.onnx", FOLDER / "1.0.1/model.onnx")
    misread = accuracy_on(reviews, FOLDER / "2.0.0", read_with=FOLDER / "1.1.0")
    assert misread < 0.5
    print(f"2.0.0, read in the order of 1.1.0: accuracy {misread:.4f}")


def main():
    """Makes all versions."""
    kitchen = write_reviews(KITCHEN, 1600, seed=1)
    everything = kitchen + write_reviews(EVERYTHING, 1600, seed=2)
    order, reverse = [NEGATIVE, NEUTRAL, POSITIVE], [POSITIVE, NEUTRAL, NEGATIVE]
    small = train_tokenizer(kitchen)
    large = extend_tokenizer(small, everything)
    made = {
        "1.0.0": (small, train(small, kitchen[:800], order, length=32, seed=1), order),
        "1.0.1": (small, train(small, kitchen, order, length=32, seed=2), order),
        "1.1.0": (large, train(large, everything, order, length=64, seed=3), order),
        "2.0.0": (large, train(large, everything, reverse, length=64, seed=4), reverse),
    }
    for version, (tokenizer, weights, classes) in made.items():
        write_folder(FOLDER / version, tokenizer, weights, classes)
    # Most of the reviews that come in are still of the old kind.
    incoming = write_reviews(KITCHEN, 750, seed=3) + write_reviews(EVERYTHING, 250, seed=4)
    verify(incoming, {"1.0.0": 0.8, "1.0.1": 0.8, "1.1.0": 0.9, "2.0.0": 0.9})


if __name__ == "__main__":
    main()
