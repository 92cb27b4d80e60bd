//! What content is, by its first bytes.

use super::packed::Packing;
use super::tar;
use crate::onnx;

/// How many first bytes tell.
pub(super) const HEAD: usize = 1024;

/// What content is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Zip,
    Tar,
    Npy,
    Packed(Packing),
    Graph(Graph),
    /// A format that packs others and that is not looked into, by its name.
    Opaque(&'static str),
    Other,
}

/// A model in which operations or layers may be unsafe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Graph {
    Hdf5,
    Json,
    Protobuf,
}

const OPAQUE: &[(&str, &[u8])] = &[
    ("a 7z archive", b"7z\xbc\xaf\x27\x1c"),
    ("a RAR archive", b"Rar!\x1a\x07"),
    ("a cabinet archive", b"MSCF\0\0\0\0"),
    ("a XAR archive", b"xar!\0"),
    ("lz4 data", b"\x04\x22\x4d\x18"),
    ("lz4 data of the old kind", b"\x02\x21\x4c\x18"),
    ("lzop data", b"\x89LZO\0\r\n\x1a\n"),
    ("lzip data", b"LZIP\x01"),
    ("lrzip data", b"LRZI\0"),
    ("snappy data", b"\xff\x06\0\0sNaPpY"),
    ("data of the old `compress`", b"\x1f\x9d\x90"),
    ("an ACE archive", b"\0\0**ACE**"),
];

const PACKED: &[(Packing, &[u8])] =
    &[(Packing::Gzip, b"\x1f\x8b\x08"), (Packing::Xz, b"\xfd7zXZ\0"), (Packing::Zstd, b"\x28\xb5\x2f\xfd")];

impl Kind {
    pub(super) fn of(head: &[u8]) -> Self {
        let starts = |mark: &[u8]| head.starts_with(mark);
        if starts(b"PK\x03\x04")
            || starts(b"PK\x05\x06")
            || starts(b"PK\x07\x08PK\x03\x04")
            || starts(b"PK00PK\x03\x04")
        {
            return Self::Zip;
        }
        if let Some((what, _)) = OPAQUE.iter().find(|(_, mark)| starts(mark)) {
            return Self::Opaque(what);
        }
        if let Some((packing, _)) = PACKED.iter().find(|(_, mark)| starts(mark)) {
            return Self::Packed(*packing);
        }
        match head {
            // Skippable frames may stand before others.
            [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => Self::Packed(Packing::Zstd),
            [b'B', b'Z', b'h', b'1'..=b'9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, ..] => Self::Packed(Packing::Bzip2),
            [0x78, second, ..] if (0x7800 + u16::from(*second)) % 31 == 0 && is_zlib(head) => {
                Self::Packed(Packing::Zlib)
            }
            [b'Z', b'F', b'0', b'x', ..] => Self::Packed(Packing::Joblib),
            [0x5d, 0, 0, ..] if is_lzma(head) => Self::Packed(Packing::Lzma),
            [0x93, b'N', b'U', b'M', b'P', b'Y', ..] => Self::Npy,
            _ if tar::is_header(head) => Self::Tar,
            _ if starts(b"\x89HDF\r\n\x1a\n") => Self::Graph(Graph::Hdf5),
            [0x08 | 0x0a | 0x12, ..] if !onnx::looks_like(head) => Self::Graph(Graph::Protobuf),
            _ if is_json(head) => Self::Graph(Graph::Json),
            _ => Self::Other,
        }
    }
}

/// Whether the first bytes unpack without a fault. The two bytes of the header are no proof: one of 31 pairs is one.
fn is_zlib(head: &[u8]) -> bool {
    let mut inflate = flate2::Decompress::new(true);
    let mut plain = [0; 4096];
    inflate.decompress(head, &mut plain, flate2::FlushDecompress::None).is_ok()
}

/// The header of LZMA without a container: a size that is unknown or fits, and the zero with which its data start.
fn is_lzma(head: &[u8]) -> bool {
    let size = head.get(5..13).and_then(|bytes| bytes.try_into().ok()).map(u64::from_le_bytes);
    size.is_some_and(|size| size == u64::MAX || size < 1 << 40) && head.get(13) == Some(&0)
}

fn is_json(head: &[u8]) -> bool {
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    text.trim_ascii_start().starts_with(b"{")
}

/// How long the header of a NumPy array is, magic included.
pub(super) fn npy_header(head: &[u8]) -> u64 {
    match head.get(6..12) {
        Some([1, _, low, high, ..]) => 10 + u64::from(u16::from_le_bytes([*low, *high])),
        Some([_, _, a, b, c, d]) => 12 + u64::from(u32::from_le_bytes([*a, *b, *c, *d])),
        _ => u64::MAX,
    }
}

/// Whether the header of a NumPy array says one type of numbers or text, plainly and once: then the data are that, even
/// where they look like a pickle.
pub(super) fn is_plain_npy(header: &[u8]) -> bool {
    let text = String::from_utf8_lossy(header);
    let mut parts = text.split("descr");
    let (Some(_), Some(rest), None) = (parts.next(), parts.next(), parts.next()) else { return false };
    let quoted = rest.strip_prefix('\'').and_then(|rest| rest.trim_start().strip_prefix(':')).map(str::trim_start);
    let Some((dtype, _)) = quoted.and_then(|rest| rest.strip_prefix('\'')).and_then(|rest| rest.split_once('\''))
    else {
        return false;
    };
    let dtype = dtype.strip_prefix(['<', '>', '|', '=']).unwrap_or(dtype);
    let unit = dtype.strip_prefix(['b', 'i', 'u', 'f', 'c', 'S', 'U', 'V', 'm', 'M', '?']);
    !text.contains('\\')
        && unit.is_some_and(|unit| unit.bytes().all(|byte| byte.is_ascii_digit() || b"[]nsumhDWMY".contains(&byte)))
}
