"""Holds the safetensors reader against the Python package `safetensors`.

usage: safetensors_oracle.py DUMP [FOLDER]

DUMP is the example `dump` of this crate: it prints one line of JSON for each file named as an argument. The files are
written into FOLDER, or into a temporary one. Every type that the package can write is written through its own
serializer; what a package refuses to read must be refused here, and what it reads must be the same table.
"""

import json
import random
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from safetensors import SafetensorError, TensorSpec, deserialize, safe_open, serialize_file

# Name for the serializer, name in contracts, bits.
DTYPES = [
    ("bool", "BOOL", "bool", 8), ("float4_e2m1fn_x2", "F4", "f4e2m1", 4), ("float6_e2m3fn", "F6_E2M3", "f6e2m3", 6),
    ("float6_e3m2fn", "F6_E3M2", "f6e3m2", 6), ("uint8", "U8", "u8", 8), ("int8", "I8", "i8", 8),
    ("float8_e5m2", "F8_E5M2", "f8e5m2", 8), ("float8_e4m3fn", "F8_E4M3", "f8e4m3fn", 8),
    ("float8_e8m0fnu", "F8_E8M0", "f8e8m0", 8), ("float8_e4m3fnuz", "F8_E4M3FNUZ", "f8e4m3fnuz", 8),
    ("float8_e5m2fnuz", "F8_E5M2FNUZ", "f8e5m2fnuz", 8), ("int16", "I16", "i16", 16), ("uint16", "U16", "u16", 16),
    ("float16", "F16", "f16", 16), ("bfloat16", "BF16", "bf16", 16), ("int32", "I32", "i32", 32),
    ("uint32", "U32", "u32", 32), ("float32", "F32", "f32", 32), ("complex64", "C64", "c64", 64),
    ("float64", "F64", "f64", 64), ("int64", "I64", "i64", 64), ("uint64", "U64", "u64", 64),
]
CONTRACT_NAME = {name: ours for _, name, ours, _ in DTYPES}
SHAPES = [[8], [4, 6], [1, 2, 3, 4], [0], [2, 0, 3], [4], []]


def packed(header: dict, data: bytes) -> bytes:
    text = json.dumps(header, ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + data


def element_count(shape: list[int]) -> int:
    count = 1
    for size in shape:
        count *= size
    return count


def write_with_the_package(folder: Path) -> list[str]:
    """One file for each type and shape, written by the package; returns the types that its serializer does not know."""
    unknown = []
    for package_name, name, _, bits in DTYPES:
        for index, shape in enumerate(SHAPES):
            size = element_count(shape) * bits
            # The serializer takes packed types by their bytes: two elements of four bits are one, on the last axis.
            packed_shape = shape[:-1] + [shape[-1] // 2] if bits == 4 and shape else shape
            if size % 8 or (bits == 4 and element_count(packed_shape) * 8 != size):
                continue
            data = np.zeros(max(size // 8, 1), dtype=np.uint8)
            try:
                spec = TensorSpec(dtype=package_name, shape=packed_shape, data_ptr=data.ctypes.data, data_len=size // 8)
            except SafetensorError:
                unknown.append(name)
                break
            serialize_file({"t": spec, "ü/x": spec}, str(folder / f"{name}_{index}.safetensors"), {"k": "v", "ü": "é"})
    return unknown


def write_by_hand(folder: Path) -> None:
    """Headers that no serializer writes, good and bad, and damaged copies of them."""
    for _, name, _, bits in DTYPES:
        size = 24 * bits // 8
        row = {"dtype": name, "shape": [4, 6], "data_offsets": [0, size]}
        (folder / f"hand_{name}.safetensors").write_bytes(packed({"__metadata__": {"a": "b"}, "t": row}, bytes(size)))
        for wrong in (size - 1, size + 1):
            (folder / f"hand_{name}_{wrong}.safetensors").write_bytes(packed({"t": row}, bytes(wrong)))
    source = random.Random(20260728)
    good = [path.read_bytes() for path in sorted(folder.iterdir())]
    for number in range(600):
        damaged = bytearray(source.choice(good))
        for _ in range(source.randint(1, 3)):
            damaged[source.randrange(min(len(damaged), 160))] = source.choice(b'{}[]:,"0123456789UFIB \x00\xff')
        (folder / f"damaged_{number}.safetensors").write_bytes(bytes(damaged))


def by_the_package(path: Path) -> dict | None:
    """Tensors and metadata as the package reads them, or nothing when it refuses."""
    try:
        with safe_open(str(path), framework="np") as opened:
            metadata = opened.metadata() or {}
        rows = deserialize(path.read_bytes())
    except (SafetensorError, OSError):
        return None
    tensors = {name: {"dtype": CONTRACT_NAME[row["dtype"]], "shape": row["shape"]} for name, row in rows}
    return {"tensors": tensors, "metadata": metadata}


def documented(path: Path) -> bool:
    """Whether a refusal of ours alone is one of the documented ones: a name twice, white space before the brace."""
    content = path.read_bytes()
    header = content[8 : 8 + struct.unpack("<Q", content[:8])[0]]

    def unique(pairs: list) -> dict:
        if len({key for key, _ in pairs}) != len(pairs):
            raise KeyError
        return dict(pairs)

    try:
        json.loads(header, object_pairs_hook=unique)
    except KeyError:
        return True
    return not header.startswith(b"{")


def compare(path: Path, ours: dict) -> str | None:
    theirs = by_the_package(path)
    if theirs is None:
        return None if ours.get("error") else "read by us alone"
    if ours.get("error"):
        return None if documented(path) else f"refused by us alone: {ours['error']}"
    artifact = ours["artifact"]
    tensors = artifact.get("weights", {}).get("tensors", {})
    metadata = artifact.get("metadata", {})
    if tensors != theirs["tensors"]:
        return f"tensors: {tensors} against {theirs['tensors']}"
    if metadata != theirs["metadata"]:
        return f"metadata: {metadata} against {theirs['metadata']}"
    return None


def main() -> int:
    dump = sys.argv[1]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[2] if len(sys.argv) > 2 else temporary)
        folder.mkdir(parents=True, exist_ok=True)
        unknown = write_with_the_package(folder)
        write_by_hand(folder)
        files = sorted(folder.glob("*.safetensors"))
        output = subprocess.run([dump, *map(str, files)], capture_output=True, text=True, check=True).stdout
        lines = {line["path"]: line for line in map(json.loads, output.splitlines())}
        differ = 0
        for path in files:
            difference = compare(path, lines[str(path)])
            if difference:
                differ += 1
                print(f"{path.name}: {difference}")
        if unknown:
            print(f"not written by the serializer of the package, so written by hand: {', '.join(unknown)}")
        print(f"{len(files)} files, {len(files) - differ} agree, {differ} differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
