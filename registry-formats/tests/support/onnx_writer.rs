//! Writes ONNX files for tests: messages field by field, in whatever order a test wants them.

/// A protobuf message while it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Message(pub(crate) Vec<u8>);

impl Message {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn raw(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(bytes);
        self
    }

    pub(crate) fn tag(self, number: u64, wire_type: u64) -> Self {
        self.raw(&varint(number << 3 | wire_type))
    }

    pub(crate) fn int(self, number: u64, value: i64) -> Self {
        self.tag(number, 0).raw(&varint(value.cast_unsigned()))
    }

    pub(crate) fn fixed32(self, number: u64, bytes: [u8; 4]) -> Self {
        self.tag(number, 5).raw(&bytes)
    }

    pub(crate) fn bytes(self, number: u64, bytes: &[u8]) -> Self {
        self.tag(number, 2).raw(&varint(length(bytes))).raw(bytes)
    }

    pub(crate) fn text(self, number: u64, text: &str) -> Self {
        self.bytes(number, text.as_bytes())
    }

    pub(crate) fn message(self, number: u64, message: &Self) -> Self {
        self.bytes(number, &message.0)
    }

    pub(crate) fn packed(self, number: u64, values: &[i64]) -> Self {
        let bytes: Vec<u8> = values.iter().flat_map(|value| varint(value.cast_unsigned())).collect();
        self.bytes(number, &bytes)
    }
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

pub(crate) fn varint(mut value: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value > 0x7f {
        bytes.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    bytes.push(value.to_le_bytes()[0]);
    bytes
}

/// A model of some IR version around a graph.
pub(crate) fn model(ir_version: i64, graph: &Message) -> Message {
    let opset = Message::new().int(2, 17);
    Message::new().int(1, ir_version).text(2, "writer").message(7, graph).message(8, &opset)
}

/// A graph with one output `y`, so that the model is complete.
pub(crate) fn graph() -> Message {
    Message::new().message(12, &value("y", &tensor_type(1, Some(&[fixed(1)]))))
}

pub(crate) fn node(op_type: &str, inputs: &[&str], outputs: &[&str]) -> Message {
    let node = inputs.iter().fold(Message::new(), |node, input| node.text(1, input));
    outputs.iter().fold(node, |node, output| node.text(2, output)).text(4, op_type)
}

pub(crate) fn value(name: &str, value_type: &Message) -> Message {
    Message::new().text(1, name).message(2, value_type)
}

pub(crate) fn tensor_type(element: i64, shape: Option<&[Message]>) -> Message {
    let tensor = Message::new().int(1, element);
    let shape = shape.map(|axes| axes.iter().fold(Message::new(), |shape, axis| shape.message(1, axis)));
    Message::new().message(1, &shape.iter().fold(tensor, |tensor, shape| tensor.message(2, shape)))
}

pub(crate) fn fixed(size: i64) -> Message {
    Message::new().int(1, size)
}

pub(crate) fn symbol(name: &str) -> Message {
    Message::new().text(2, name)
}

/// A tensor without data; the caller adds it.
pub(crate) fn tensor(name: &str, element: i64, dims: &[i64]) -> Message {
    dims.iter().fold(Message::new(), |tensor, dim| tensor.int(1, *dim)).int(2, element).text(8, name)
}

/// A float tensor of one axis, as raw bytes.
pub(crate) fn floats(name: &str, values: &[f32]) -> Message {
    let bytes: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
    let count = length(&bytes) / 4;
    tensor(name, 1, &[count.cast_signed()]).bytes(9, &bytes)
}

pub(crate) fn entry(key: &str, text: &str) -> Message {
    Message::new().text(1, key).text(2, text)
}

/// A float tensor whose data stands in another file.
pub(crate) fn external(name: &str, count: i64, entries: &[(&str, &str)]) -> Message {
    let tensor = tensor(name, 1, &[count]);
    entries.iter().fold(tensor, |tensor, (key, text)| tensor.message(13, &entry(key, text))).int(14, 1)
}

/// An attribute whose value stands in one field.
pub(crate) fn attribute(name: &str, kind: i64, number: u64, content: &Message) -> Message {
    Message::new().text(1, name).message(number, content).int(20, kind)
}
