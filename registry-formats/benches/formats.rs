//! How long a contract takes, beside a yardstick that does no more than what cannot be left out.
#![expect(clippy::unwrap_used, reason = "a bench has nobody to hand an error to")]

#[expect(dead_code, reason = "the tests use the rest of it")]
#[path = "../tests/support/onnx_writer.rs"]
mod onnx_writer;

use std::fs::File;
use std::io::Write;
use std::sync::LazyLock;

use divan::Bencher;
use divan::counter::BytesCount;
use registry_formats::{Extraction, NamedFile, RangeRead, ReadOptions, read_contract};
use sha2::{Digest, Sha256};

const MIB: u64 = 1 << 20;

fn main() {
    divan::main();
}

fn read(file: &File, digests: bool) -> Extraction {
    read_contract(&[NamedFile { path: "model", bytes: file }], &ReadOptions { digests }).unwrap()
}

/// A part of a file as it is.
fn bytes(file: &File, offset: u64, length: u64) -> Vec<u8> {
    let mut bytes = vec![0; usize::try_from(length).unwrap()];
    RangeRead::read_at(file, offset, &mut bytes).unwrap();
    bytes
}

/// A safetensors file of some tensors of one size, without the bytes behind its header.
fn safetensors(tensors: u64, size: u64) -> File {
    let row = |index: u64| {
        let (begin, end, elements) = (index * size, (index + 1) * size, size / 4);
        format!(
            r#""model.layers.{index}.weight":{{"dtype":"F32","shape":[{elements}],"data_offsets":[{begin},{end}]}}"#
        )
    };
    let header = format!("{{{}}}", (0..tensors).map(row).collect::<Vec<_>>().join(","));
    let length = u64::try_from(header.len()).unwrap();
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(&length.to_le_bytes()).unwrap();
    file.write_all(header.as_bytes()).unwrap();
    file.set_len(8 + length + tensors * size).unwrap();
    file
}

/// The header is all that is read of a file of 1 GiB.
mod safetensors_of_1_gib {
    use super::{Bencher, BytesCount, File, LazyLock, MIB, bytes, read, safetensors};

    static MODEL: LazyLock<File> = LazyLock::new(|| safetensors(512, 2 * MIB));

    fn header_length() -> u64 {
        u64::from_le_bytes(bytes(&MODEL, 0, 8).try_into().unwrap())
    }

    #[divan::bench]
    fn contract(bencher: Bencher<'_, '_>) {
        bencher.counter(BytesCount::new(header_length())).bench(|| read(&MODEL, false));
    }

    #[divan::bench]
    fn yardstick_header_through_serde_json(bencher: Bencher<'_, '_>) {
        bencher.counter(BytesCount::new(header_length())).bench(|| {
            let header = bytes(&MODEL, 8, header_length());
            serde_json::from_slice::<serde_json::Value>(&header).unwrap()
        });
    }
}

/// Nodes have to be read, all of them: they are the graph.
mod onnx_of_100_000_nodes {
    use super::onnx_writer::{Message, fixed, model, node, symbol, tensor_type, value};
    use super::{Bencher, BytesCount, File, LazyLock, MIB, RangeRead, Write, bytes, read};

    static MODEL: LazyLock<File> = LazyLock::new(|| {
        let at = |index: u32| format!("/encoder/layer.{index}/attention/output/Add_output_0");
        let nodes = (0..100_000)
            .fold(Message::new(), |graph, index| graph.message(1, &node("Relu", &[&at(index)], &[&at(index + 1)])));
        let ports = tensor_type(1, Some(&[symbol("N"), fixed(8)]));
        let graph = nodes.message(11, &value("x", &ports)).message(12, &value("y", &ports));
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&model(8, &graph).0).unwrap();
        file
    });

    fn size() -> u64 {
        let size = MODEL.size().unwrap();
        assert!(size > 10 * MIB, "{size}");
        size
    }

    #[divan::bench]
    fn contract(bencher: Bencher<'_, '_>) {
        bencher.counter(BytesCount::new(size())).bench(|| read(&MODEL, false));
    }

    #[divan::bench]
    fn yardstick_reading_the_whole_file(bencher: Bencher<'_, '_>) {
        bencher.counter(BytesCount::new(size())).bench(|| bytes(&MODEL, 0, size()));
    }
}

/// With digests every byte is hashed twice: for the weights, tensor by tensor, and for the content, file by file.
mod digests_of_64_mib {
    use super::{Bencher, BytesCount, Digest, File, LazyLock, MIB, RangeRead, Sha256, bytes, read, safetensors};

    static MODEL: LazyLock<File> = LazyLock::new(|| safetensors(32, 2 * MIB));

    #[divan::bench(sample_count = 20)]
    fn weights_and_content(bencher: Bencher<'_, '_>) {
        bencher.counter(BytesCount::new(64 * MIB)).bench(|| read(&MODEL, true));
    }

    #[divan::bench(sample_count = 20)]
    fn yardstick_sha256_of_the_same_bytes(bencher: Bencher<'_, '_>) {
        let model = bytes(&MODEL, 0, MODEL.size().unwrap());
        bencher.counter(BytesCount::new(64 * MIB)).bench(|| Sha256::digest(&model));
    }
}
