"""Writes the corpus of hostile and safe files: corpus.py FOLDER

FOLDER/hostile and FOLDER/safe are written anew. The same files come out on every run of one Python, and nothing hostile
is run: pickles are put together opcode by opcode, or dumped from objects whose `__reduce__` is asked and never called.
What they would call does nothing worse than `true`. Needs numpy and h5py.
"""

import bz2
import gzip
import io
import json
import lzma
import pickle
import random
import shutil
import struct
import sys
import tarfile
import zipfile
import zlib
from collections import OrderedDict
from pathlib import Path

import h5py
import numpy as np

TIME = (2026, 1, 1, 0, 0, 0)




def text(value):
    data = value.encode()
    return b"\x8c" + bytes([len(data)]) + data


def proto0(module, name, argument="true"):
    return f"c{module}\n{name}\n(S'{argument}'\ntR.".encode()


def proto2(module, name, argument="true"):
    data = argument.encode()
    return b"\x80\x02c" + f"{module}\n{name}\n".encode() + b"X" + struct.pack("<I", len(data)) + data + b"\x85R."


def proto4(module, name, argument="true"):
    body = text(module) + text(name) + b"\x93" + text(argument) + b"\x85R."
    return b"\x80\x04\x95" + struct.pack("<Q", len(body)) + body


SYSTEM = proto4("posix", "system")
EVAL = proto2("builtins", "eval", "1")
STATE = b"\x80\x02ccollections\nOrderedDict\nq\x00)Rq\x01."


def zip_of(members, method=zipfile.ZIP_STORED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, TIME), data, method)
    return out.getvalue()


def torch_zip(data, method=zipfile.ZIP_STORED):
    return zip_of([("archive/data.pkl", data), ("archive/data/0", bytes(64)), ("archive/version", b"3\n")], method)


def tar_of(members, form=tarfile.PAX_FORMAT):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def npy(array):
    out = io.BytesIO()
    np.lib.format.write_array(out, array, allow_pickle=True)
    return out.getvalue()


def npy_with(data):
    header = b"{'descr': '|O', 'fortran_order': False, 'shape': (1,), }"
    header += b" " * (-(len(header) + 11) % 64) + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + data


def patched(data, mark, offset, value):
    """Writes `value` at `offset` behind each `mark`."""
    out, at = bytearray(data), data.find(mark)
    while at >= 0:
        out[at + offset:at + offset + len(value)] = value
        at = data.find(mark, at + 1)
    return bytes(out)


LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def unlisted():
    """A pickle whose header stands in the archive, but not in its list."""
    hidden = zip_of([("data.pkl", SYSTEM)])
    hidden = hidden[:hidden.find(CENTRAL)]
    out = bytearray(hidden + zip_of([("readme.txt", b"weights of a model\n")]))
    return bytes(out)


def overlapping():
    """Two entries of the list at one header."""
    data = torch_zip(SYSTEM)
    at, end = data.find(CENTRAL), data.find(END)
    first = data[at:data.find(CENTRAL, at + 1)]
    directory = first.replace(b"archive/data.pkl", b"archive/safe.txt") + data[at:end]
    tail = bytearray(data[end:])
    struct.pack_into("<HHI", tail, 8, 4, 4, len(directory))
    return data[:at] + directory + bytes(tail)


def other_name():
    """The header says another name than the list."""
    data = torch_zip(SYSTEM)
    return data.replace(b"archive/data.pkl", b"archive/note.txt", 1)


def descriptor():
    """Sizes stand behind the data, as a writer to a pipe leaves them."""
    class Pipe(io.RawIOBase):
        def __init__(self):
            self.data = bytearray()

        def writable(self):
            return True

        def write(self, data):
            self.data += bytes(data)
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("archive/data.pkl", TIME), SYSTEM, zipfile.ZIP_DEFLATED)
    return bytes(pipe.data)


def legacy_torch():
    magic = pickle.dumps(0x1950A86A20F9469CFC6C, 2)
    system = pickle.dumps({"protocol_version": 1001, "little_endian": True}, 2)
    return magic + pickle.dumps(1001, 2) + system + EVAL + pickle.dumps(["0"], 2) + bytes(64)


def keras_config(name="Lambda"):
    layer = {"class_name": name, "config": {"name": "l", "function": {"class_name": "__lambda__", "config": {"code": "4wE="}}}}
    return json.dumps({"module": "keras", "class_name": "Sequential", "config": {"layers": [layer]}}).encode()


def hdf5(config):
    out = io.BytesIO()
    with h5py.File(out, "w") as file:
        file.attrs["model_config"] = config.decode()
        file.create_dataset("weights", data=np.arange(4, dtype=np.float32), track_times=False)
    return out.getvalue()


def field(number, data):
    assert len(data) < 128 * 128
    size = bytes([len(data)]) if len(data) < 128 else bytes([len(data) & 127 | 128, len(data) >> 7])
    return bytes([number << 3 | 2]) + size + data


def saved_model(operation):
    node = field(1, b"node") + field(2, operation)
    graph = field(1, field(1, b"x") + field(2, b"Placeholder")) + field(1, node)
    meta = field(1, field(4, b"serve")) + field(2, graph)
    return b"\x08\x01" + field(2, meta)


def keras_metadata():
    node = b"\x08\x02" + b"\x10\x01" + field(3, b"root.layer-0") + field(4, b"_tf_keras_layer")
    return field(1, node + field(5, b'{"name": "l", "class_name": "Lambda", "config": {"name": "l"}}'))


def joblib_array():
    """A wrapper whose array stands in the middle of the pickle, as joblib writes it."""
    body = b"\x80\x04cjoblib.numpy_pickle\nNumpyArrayWrapper\n)\x81}" + b"\x8c\x05dtype\x8c\x02f4s" + b"b"
    return body + bytes(range(200, 256)) * 2 + proto4("posix", "system")[2:]


def hostile():
    dumped = {protocol: pickle.dumps(OrderedDict(a=1), protocol) for protocol in range(6)}
    yield from ((f"ordered-dict-{protocol}.pkl", data) for protocol, data in dumped.items())
    yield "plain-data-4.pkl", pickle.dumps({"weights": [0.5, 1.5]}, 4)
    yield "plain-data-0.pkl", pickle.dumps({"weights": [1, 2]}, 0)
    yield "system-0.pkl", proto0("os", "system")
    yield "system-2.pkl", proto2("os", "system")
    yield "system-4.pkl", SYSTEM
    yield "eval.data", EVAL
    yield "inst.pkl", b"(S'true'\nios\nsystem\n."
    yield "obj.pkl", b"(cos\nsystem\nS'true'\no."
    yield "build.pkl", b"\x80\x02cposix\nsystem\n)\x81}b."
    yield "newobj-ex.pkl", b"\x80\x04" + text("subprocess") + text("Popen") + b"\x93)}\x92."
    yield "memo-names.pkl", b"\x80\x04" + text("system") + b"\x94" + text("posix") + b"\x94h\x01h\x00\x93" + text("true") + b"\x85R."
    yield "string-names.pkl", b"\x80\x04U\x05posixU\x06system\x93U\x04true\x85R."
    yield "extension.pkl", b"\x80\x02\x82\x01)R."
    yield "no-stop.pkl", SYSTEM[:-1]
    yield "no-stop-0.pkl", proto0("os", "system")[:-1]
    yield "broken-behind.pkl", SYSTEM[:-1] + b"\xff\xff\xff"
    yield "broken-stack.pkl", b"\x80\x02cos\nsystem\nRRR."
    yield "second-pickle.pkl", pickle.dumps([1, 2], 4) + SYSTEM
    yield "behind-plain-0.pkl", b"I1\n." + proto0("os", "system")
    yield "proto-late.pkl", b"N0\x80\x02cos\nsystem\nU\x04true\x85R."
    yield "runpy.pkl", proto2("runpy", "_run_code")
    yield "torch-load.pkl", proto4("torch.serialization", "load")
    yield "numpy-testing.pkl", proto2("numpy.testing._private.utils", "runstring")
    yield "attrgetter.dat", proto4("operator", "attrgetter")
    yield "no-name-at-all", SYSTEM
    yield "pickle-as.txt", proto0("os", "system")
    yield "pickle-as.safetensors", SYSTEM
    yield "torch-legacy.pt", legacy_torch()
    yield "torch-legacy-tar.pt", tar_of([("sys_info", pickle.dumps({}, 2)), ("pickle", EVAL), ("tensors", b"")])
    yield "torch.pt", torch_zip(STATE)
    yield "torch-evil.pth", torch_zip(SYSTEM)
    yield "torch-deflated.bin", torch_zip(SYSTEM, zipfile.ZIP_DEFLATED)
    yield "torch-bzip2.zip", torch_zip(SYSTEM, zipfile.ZIP_BZIP2)
    yield "torch-lzma.zip", torch_zip(SYSTEM, zipfile.ZIP_LZMA)
    wrong_crc = patched(torch_zip(SYSTEM), LOCAL, 14, b"\xde\xad\xbe\xef")
    yield "wrong-crc.pt", patched(wrong_crc, CENTRAL, 16, b"\xde\xad\xbe\xef")
    yield "flag-encrypted.pt", patched(patched(torch_zip(SYSTEM), LOCAL, 6, b"\x01\x00"), CENTRAL, 8, b"\x01\x00")
    yield "flag-in-list.pt", patched(torch_zip(SYSTEM), CENTRAL, 8, b"\x01\x00")
    yield "size-zero.pt", patched(torch_zip(SYSTEM), LOCAL, 18, bytes(8))
    yield "wrong-method.pt", patched(torch_zip(SYSTEM), LOCAL, 8, b"\x08\x00")
    yield "other-name.pt", other_name()
    yield "slash-name.zip", zip_of([("model/data.pkl/", SYSTEM)])
    yield "unlisted.zip", unlisted()
    yield "overlapping.pt", overlapping()
    yield "no-list.pt", torch_zip(SYSTEM)[:torch_zip(SYSTEM).find(CENTRAL)]
    yield "descriptor.zip", descriptor()
    yield "behind-text.zip", b"#!/bin/sh\nexit 0\n" + torch_zip(SYSTEM)
    yield "pickle-then-zip.pt", SYSTEM + torch_zip(STATE)
    yield "comment.zip", torch_zip(SYSTEM)[:-2] + struct.pack("<H", 300) + b"c" * 300
    yield "nested.zip", zip_of([("inner.zip", zip_of([("a/inner.zip", torch_zip(SYSTEM))], zipfile.ZIP_DEFLATED))])
    yield "nested-tar.zip", zip_of([("model.tar", tar_of([("model.pkl", SYSTEM)]))], zipfile.ZIP_DEFLATED)
    yield "evil.tar", tar_of([("readme.txt", b"text\n"), ("model.pkl", SYSTEM)])
    yield "long-names.tar", tar_of([("d" * 90 + "/" + "n" * 200 + ".pkl", SYSTEM)], tarfile.GNU_FORMAT)
    yield "pax-names.tar", tar_of([("d" * 90 + "/" + "ü" * 200 + ".pkl", SYSTEM)])
    yield "name-is-pickle.tar", tar_of([("cos\nsystem\n(S'true'\ntR.", b"")], tarfile.USTAR_FORMAT)
    yield "model.tar.gz", gzip.compress(tar_of([("model.pth", torch_zip(SYSTEM))]), mtime=0)
    yield "model.pkl.gz", gzip.compress(SYSTEM, mtime=0)
    yield "second-member.gz", gzip.compress(b"", mtime=0) + gzip.compress(SYSTEM, mtime=0)
    yield "wrong-crc.gz", gzip.compress(SYSTEM, mtime=0)[:-8] + bytes(8)
    yield "model.pkl.z", zlib.compress(SYSTEM)
    yield "model.joblib", joblib_array()
    yield "old.joblib", b"ZF" + hex(len(SYSTEM)).encode().ljust(19) + zlib.compress(SYSTEM)
    yield "model.pkl.bz2", bz2.compress(SYSTEM)
    yield "model.pkl.xz", lzma.compress(SYSTEM)
    yield "model.pkl.lzma", lzma.compress(SYSTEM, lzma.FORMAT_ALONE)
    # One raw block in a frame: there is no writer in the standard library.
    block = struct.pack("<I", len(SYSTEM) << 3 | 1)[:3] + SYSTEM
    yield "model.pkl.zst", b"\x28\xb5\x2f\xfd\x20" + bytes([len(SYSTEM)]) + block
    yield "objects.npy", npy(np.array([{"a": 1}, None], dtype=object))
    yield "evil.npy", npy_with(SYSTEM)
    yield "objects.npz", zip_of([("x.npy", npy(np.arange(3))), ("y.npy", npy_with(SYSTEM))])
    yield "compressed.npz", zip_of([("y.npy", npy_with(SYSTEM))], zipfile.ZIP_DEFLATED)
    yield "lambda.h5", hdf5(keras_config())
    yield "lambda-escaped.h5", hdf5(keras_config().replace(b"Lambda", b"L\\u0061mbda"))
    yield "lambda.keras", zip_of([("metadata.json", b"{}"), ("config.json", keras_config())])
    yield "read-file.pb", saved_model(b"ReadFile")
    yield "write-file.pb", saved_model(b"WriteFile")
    yield "keras_metadata.pb", keras_metadata()
    yield "opaque.7z", b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(24)
    yield "opaque.rar", b"Rar!\x1a\x07\x01\x00" + bytes(24)
    yield "opaque.lz4", b"\x04\x22\x4d\x18\x64\x40\xa7" + bytes(8)
    secret = zip_of([("secret.bin", bytes(random.Random(7).randbytes(64)))])
    yield "encrypted.zip", patched(patched(secret, LOCAL, 6, b"\x01\x00"), CENTRAL, 8, b"\x01\x00")
    yield "bomb.tar.gz", gzip.compress(gzip.compress(tar_of([("zeros", bytes(80 << 20)), ("model.pkl", SYSTEM)]), mtime=0), mtime=0)


def safetensors(header, data):
    packed = json.dumps(header).encode()
    packed += b" " * (-len(packed) % 8)
    return struct.pack("<Q", len(packed)) + packed + data


def onnx():
    """Y = Relu(X)."""
    node = field(1, b"X") + field(2, b"Y") + field(4, b"Relu")
    shape = field(2, field(1, b"\x08\x02"))
    def value(name):
        return field(1, name) + field(2, field(1, b"\x08\x01" + shape))
    graph = field(1, node) + field(2, b"g") + field(11, value(b"X")) + field(12, value(b"Y"))
    return b"\x08\x0a" + field(7, graph) + field(8, b"\x10\x15")


def gguf():
    def string(value):
        return struct.pack("<Q", len(value)) + value
    pairs = string(b"general.architecture") + struct.pack("<I", 8) + string(b"llama")
    return b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + pairs + bytes(32)


def safe():
    numbers = random.Random(3)
    tensor = {"w": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}}
    yield "model.safetensors", safetensors(tensor, struct.pack("<4f", 1, 2, 3, 4))
    told = {"__metadata__": {"format": "pt", "note": "cos\nsystem\n(S'true'\ntR."}, **tensor}
    yield "metadata.safetensors", safetensors(told, bytes(16))
    yield "pickle-in-weights.safetensors", safetensors({"w": {"dtype": "U8", "shape": [len(SYSTEM)], "data_offsets": [0, len(SYSTEM)]}}, SYSTEM)
    yield "model.onnx", onnx()
    yield "model.gguf", gguf()
    yield "config.json", json.dumps({"architectures": ["BertModel"], "hidden_size": 16, "class_name": "Dense"}, indent=2).encode()
    yield "labels.json", json.dumps(["cos", "os", "system", "eval", "Lambda"]).encode()
    yield "data.csv", b"Id,Class,Value\n1,os,0.5\n2,posix,1.5\n"
    yield "numbers.csv", b"1,2,3\n4,5,6\n0.1,0.2,0.3\n"
    yield "functions.txt", b"cos\nsin\ntan\nexp\n"
    yield "two-functions.txt", b"cos\nsin\n"
    yield "animals.txt", b"cat\ndog\nfrog\nRabbit\n"
    yield "classes.txt", b"class\nobject\n(none)\nReturn.\n"
    yield "poem.txt", b"(in\nsummer\nwhen the days are long)\nIt is warm.\n"
    yield "initial.txt", b"N. N. was here."
    yield "code.py", b"import os\nimport pickle\n\nprint(os.system)\n"
    yield "readme.md", b"# A model\n\nLoad it with `torch.load`? No: `cos\nsystem\n(S'true'\ntR.` is a pickle.\n"
    yield "bits.txt", b"0110" * 4096
    yield "letters.txt", bytes(range(97, 123)) * 300
    yield "opcodes.txt", b"()NN]}.\n" * 4
    yield "base64.txt", b"gASVIwAAAAAAAACMBXBvc2l4lIwGc3lzdGVtlJOUjAR0cnVllIWUUpQu\n"
    vocabulary = {"[UNK]": 0, "class_name": 1, "Lambda": 2, "\"class_name\": \"Lambda\"": 3, "os": 4}
    yield "tokenizer.json", json.dumps({"version": "1.0", "model": {"type": "WordPiece", "vocab": vocabulary}}).encode()
    yield "vocab.txt", b"[PAD]\n[UNK]\ncos\nsystem\n##R\n.\n"
    yield "merges.txt", b"#version: 0.2\nt h\ni n\n"
    yield "tokenizer.model", b"\x0a\x0c\x0a\x05<unk>\x15\x00\x00\x00\x00\x18\x02" + b"\x0a\x0a\x0a\x03\xe2\x96\x81\x15\x00\x00\x00\x00"
    yield "array.npy", npy(np.arange(12, dtype=np.float32).reshape(3, 4))
    yield "strings.npy", npy(np.array(["cos", "system"], dtype="U8"))
    yield "records.npy", npy(np.array([(1.0, 2)], dtype=[("Open", "<f8"), ("O", "<i4")]))
    yield "pickle-in-array.npy", npy(np.frombuffer(SYSTEM, dtype=np.uint8))
    yield "arrays.npz", zip_of([("a.npy", npy(np.arange(4))), ("b.npy", npy(np.eye(2)))])
    yield "arrays-compressed.npz", zip_of([("a.npy", npy(np.zeros(4096)))], zipfile.ZIP_DEFLATED)
    yield "texts.zip", zip_of([("a.txt", b"cos\nsin\n"), ("empty.txt", b""), ("folder/", b"")], zipfile.ZIP_DEFLATED)
    yield "texts-stored.zip", zip_of([("empty", b""), ("a.txt", b"text\n"), ("b/empty", b"")])
    yield "texts.tar", tar_of([("a.txt", b"text\n"), ("empty", b""), ("n" * 150, b"x")])
    yield "texts.tar.gz", gzip.compress(tar_of([("a.txt", b"text\n" * 100)]), mtime=0)
    yield "text.xz", lzma.compress(b"text\n")
    yield "text.bz2", bz2.compress(b"text\n")
    yield "dense.h5", hdf5(keras_config("Dense"))
    yield "dense.keras", zip_of([("config.json", keras_config("Dense"))])
    yield "graph.pb", saved_model(b"MatMul")
    yield "zeros.bin", bytes(4096)
    yield "floats.bin", struct.pack("<1024f", *(numbers.gauss(0, 1) for _ in range(1024)))
    yield "half.bin", np.random.default_rng(5).normal(size=2048).astype(np.float16).tobytes()
    yield "int8.bin", np.random.default_rng(6).integers(-128, 127, 4096).astype(np.int8).tobytes()
    # Begin like a pickle and are none.
    yield "begins-80-04.bin", b"\x80\x04" + numbers.randbytes(1024)
    yield "begins-80-02.bin", b"\x80\x02" + bytes(1024)
    yield "begins-mark.bin", b"(" + numbers.randbytes(1024)
    yield "begins-pk.bin", b"PKzip is not what this is.\n"
    yield "begins-gzip.bin", b"\x1f\x8b\x08" + numbers.randbytes(256)
    yield "begins-zlib.txt", b"x^2 + y^2 = z^2\n"
    yield from ((f"random-{index}.bin", numbers.randbytes(2048)) for index in range(8))
    yield "empty", b""


def write(folder):
    for name, files in (("hostile", hostile()), ("safe", safe())):
        place = folder / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        for file, data in files:
            (place / file).write_bytes(data)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
