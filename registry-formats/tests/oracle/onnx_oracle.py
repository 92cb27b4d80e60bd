"""Compares what the ONNX reader says with what the Python package `onnx` says.

    python onnx_oracle.py PATH/TO/dump

`dump` is the example binary of this crate. The files are all models inside the installed package. Exits with 1 on any
difference, and when there are fewer than 100 files, because then the comparison means little.
"""

import hashlib
import json
import os
import struct
import subprocess
import sys

import onnx
from onnx import numpy_helper

FEWEST = 100
NAMES = {
    "FLOAT": "f32", "UINT8": "u8", "INT8": "i8", "UINT16": "u16", "INT16": "i16", "INT32": "i32", "INT64": "i64",
    "STRING": "string", "BOOL": "bool", "FLOAT16": "f16", "DOUBLE": "f64", "UINT32": "u32", "UINT64": "u64",
    "COMPLEX64": "c64", "COMPLEX128": "c128", "BFLOAT16": "bf16", "FLOAT8E4M3FN": "f8e4m3fn",
    "FLOAT8E4M3FNUZ": "f8e4m3fnuz", "FLOAT8E5M2": "f8e5m2", "FLOAT8E5M2FNUZ": "f8e5m2fnuz", "UINT4": "u4",
    "INT4": "i4", "FLOAT4E2M1": "f4e2m1", "FLOAT8E8M0": "f8e8m0", "UINT2": "u2", "INT2": "i2",
    "FLOAT6E2M3": "f6e2m3", "FLOAT6E3M2": "f6e3m2",
}


def dtype(code):
    return NAMES[onnx.TensorProto.DataType.Name(code)]


def axis(dim):
    """A fixed size, a name, or anything."""
    if dim.WhichOneof("value") == "dim_value" and dim.dim_value >= 0:
        return dim.dim_value
    if dim.WhichOneof("value") == "dim_param" and dim.dim_param not in ("", "?", "None", "-1"):
        return dim.dim_param
    return "?"


def described(kind):
    """A type as the reader writes it in JSON."""
    which = kind.WhichOneof("value")
    if which in ("tensor_type", "sparse_tensor_type"):
        tensor = getattr(kind, which)
        field = {"dtype": dtype(tensor.elem_type)}
        if tensor.HasField("shape"):
            field["shape"] = [axis(dim) for dim in tensor.shape.dim]
        layout = ",".join(dim.denotation for dim in tensor.shape.dim)
        if layout.strip(","):
            field["semantics"] = {"layout": layout}
    elif which == "sequence_type":
        field = {"list": described(kind.sequence_type.elem_type)}
    elif which == "optional_type":
        field = {**described(kind.optional_type.elem_type), "nullable": True}
    elif which == "map_type":
        field = {"map": {"key": dtype(kind.map_type.key_type), "value": described(kind.map_type.value_type)}}
    elif which == "opaque_type":
        field = {"opaque": ".".join(filter(None, (kind.opaque_type.domain, kind.opaque_type.name)))}
    else:
        raise ValueError(f"no type: {kind}")
    if kind.denotation:
        field.setdefault("semantics", {})["denotation"] = kind.denotation
    return field


def values(infos, left_out=(), optional=()):
    """Values by name, with positions over those that stay."""
    kept = [info for info in infos if info.name not in left_out]
    assert len({info.name for info in kept}) == len(kept)
    fields = {}
    for position, info in enumerate(kept):
        field = {**described(info.type), "position": position}
        if info.name in optional:
            field["optional"] = True
        fields[info.name] = field
    return fields


def expected(path):
    """Inputs, outputs and facts by the package's own reading."""
    model = onnx.load(path, load_external_data=False)
    graph, table = model.graph, all_weights(model)
    names = {tensor.name for tensor in graph.initializer} | {sparse.values.name for sparse in graph.sparse_initializer}
    inputs = values(graph.input, left_out=names) if model.ir_version < 4 else values(graph.input, optional=names)
    return {
        "inputs": inputs,
        "outputs": values(graph.output),
        "ir_version": model.ir_version,
        "opsets": {opset.domain or "ai.onnx": opset.version for opset in model.opset_import},
        "tensors": {name: {"dtype": dtype(tensor.data_type), "shape": list(tensor.dims)} for name, tensor in table},
        "digest": table_digest(table),
    }


def weights(graph, path=""):
    """The tensors of a graph and of everything inside it, with the names that the reader gives them."""
    for tensor in graph.initializer:
        yield path + tensor.name, tensor
    yield from node_weights(graph.node, path)


def node_weights(nodes, path):
    for index, node in enumerate(nodes):
        known = next(filter(None, node.output), f"node {index}")
        is_constant = node.op_type == "Constant" and node.domain in ("", "ai.onnx")
        for attribute in node.attribute:
            below = f"{path}{known}/{attribute.name}"
            if attribute.HasField("t"):
                yield (path + known if is_constant else below), attribute.t
            for place, tensor in enumerate(attribute.tensors):
                yield f"{below}/{place}", tensor
            if attribute.HasField("g"):
                yield from weights(attribute.g, f"{below}/")
            for place, nested in enumerate(attribute.graphs):
                yield from weights(nested, f"{below}/{place}/")


def all_weights(model):
    """Those of the functions too."""
    table = list(weights(model.graph))
    for function in model.functions:
        overload = f":{function.overload}" if function.overload else ""
        table += node_weights(function.node, f"{function.domain or 'ai.onnx'}:{function.name}{overload}/")
    assert len({name for name, _ in table}) == len(table)
    return sorted(table, key=lambda row: row[0].encode())


def payload(tensor):
    """The bytes of a tensor: little-endian numbers, or texts with their lengths in front."""
    array = numpy_helper.to_array(tensor)
    if tensor.data_type != onnx.TensorProto.STRING:
        return array.astype(array.dtype.newbyteorder("<")).tobytes()
    texts = [text if isinstance(text, bytes) else text.encode() for text in array.flatten()]
    return b"".join(struct.pack("<Q", len(text)) + text for text in texts)


def table_digest(table):
    """The digest over name, type, shape and bytes of every tensor."""
    whole = hashlib.sha256()
    for name, tensor in table:
        for text in (name.encode(), dtype(tensor.data_type).encode()):
            whole.update(struct.pack("<Q", len(text)) + text)
        whole.update(struct.pack(f"<{len(tensor.dims) + 1}Q", len(tensor.dims), *tensor.dims))
        whole.update(hashlib.sha256(payload(tensor)).digest())
    return f"sha256:{whole.hexdigest()}"


def differences(path, line):
    """Where the reader says something else."""
    if "error" in line:
        return [f"refused: {line['error']}"]
    wanted = expected(path)
    facts, found_weights = line["artifact"]["onnx"], line["artifact"]["weights"]
    found = {
        "inputs": line["inputs"],
        "outputs": line["outputs"],
        "ir_version": facts["ir_version"],
        "opsets": facts["opsets"],
        "tensors": found_weights.get("tensors", {}),
        "digest": found_weights["digest"],
    }
    return [f"{key}: expected {wanted[key]}, found {found[key]}" for key in wanted if wanted[key] != found[key]]


def main():
    dump = sys.argv[1]
    root = os.path.dirname(onnx.__file__)
    paths = sorted(
        os.path.join(folder, name) for folder, _, names in os.walk(root) for name in names if name.endswith(".onnx")
    )
    output = subprocess.run([dump, "--digests", *paths], check=True, capture_output=True, text=True).stdout
    lines = [json.loads(line) for line in output.splitlines()]
    assert [line["path"] for line in lines] == paths
    differ = 0
    for path, line in zip(paths, lines):
        found = differences(path, line)
        differ += bool(found)
        for difference in found:
            print(f"{os.path.relpath(path, root)}: {difference}")
    print(f"{len(paths)} files, {len(paths) - differ} agree, {differ} differ")
    return 1 if differ or len(paths) < FEWEST else 0


if __name__ == "__main__":
    sys.exit(main())
