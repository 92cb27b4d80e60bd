"""Writing and checking ONNX files, for the scripts beside this one."""

import hashlib

import onnx
import onnxruntime

# Old enough for every runtime in use, so that no example says more about runtimes than it means to.
OPSET = 17
IR_VERSION = 8


def write(model, path):
    """Checks a model and writes it; the same model always gives the same bytes."""
    model.ir_version = IR_VERSION
    onnx.checker.check_model(model, full_check=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(model.SerializeToString(deterministic=True))


def session(path):
    """Opens a model for inference on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    # Errors arrive as exceptions; the log would only say them again.
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def signature(model):
    """The inputs and the outputs: name, element type, and shape with its symbols."""
    sides = (model.graph.input, model.graph.output)
    return [[onnx.helper.printable_value_info(value) for value in side] for side in sides]


def differ_in_weights_only(old_path, new_path):
    """Whether two models are the same graph over weights of the same shapes but other values."""
    old, new = onnx.load(old_path), onnx.load(new_path)
    if old.SerializeToString(deterministic=True) == new.SerializeToString(deterministic=True):
        return False
    for model in (old, new):
        for weight in model.graph.initializer:
            if weight.data_type == onnx.TensorProto.FLOAT:
                weight.ClearField("raw_data")
                weight.ClearField("float_data")
    return old.SerializeToString(deterministic=True) == new.SerializeToString(deterministic=True)


def describe(path):
    """One line about a file that was written."""
    content = path.read_bytes()
    return f"{path.parent.name}/{path.name}  {len(content)} bytes  sha256:{hashlib.sha256(content).hexdigest()}"
