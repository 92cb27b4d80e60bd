//! Data that were packed without a list of members.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read};

/// The most memory of a decoder, in bytes.
const MOST_MEMORY: u32 = 64 << 20;

/// How data are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    Gzip,
    Zlib,
    /// Zlib behind the mark and the size that old versions of joblib write.
    Joblib,
    Bzip2,
    Xz,
    Lzma,
    Zstd,
}

impl fmt::Display for Packing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Gzip => "gzip data",
            Self::Zlib | Self::Joblib => "zlib data",
            Self::Bzip2 => "bzip2 data",
            Self::Xz => "xz data",
            Self::Lzma => "LZMA data",
            Self::Zstd => "Zstandard data",
        })
    }
}

/// The mark `ZF` and a size in hexadecimal digits, padded to those of 2^64.
const JOBLIB_HEADER: u64 = 21;

/// A reader of the unpacked data.
pub(super) fn open<'a, R: Read + 'a>(packing: Packing, mut packed: R) -> io::Result<Box<dyn Read + 'a>> {
    Ok(match packing {
        Packing::Gzip => Box::new(flate2::read::MultiGzDecoder::new(packed)),
        Packing::Zlib => Box::new(flate2::read::ZlibDecoder::new(packed)),
        Packing::Joblib => {
            io::copy(&mut packed.by_ref().take(JOBLIB_HEADER), &mut io::sink())?;
            Box::new(flate2::read::ZlibDecoder::new(packed))
        }
        Packing::Bzip2 => Box::new(bzip2::read::MultiBzDecoder::new(packed)),
        Packing::Xz => Box::new(lzma_rust2::XzReader::new_mem_limit(packed, true, MOST_MEMORY >> 10)),
        Packing::Lzma => Box::new(lzma_rust2::LzmaReader::new_mem_limit(packed, MOST_MEMORY >> 10, None)?),
        Packing::Zstd => Box::new(ZstdFrames::new(BufReader::new(packed))?),
    })
}

/// LZMA as zip members have it: a version, the size of the properties, and these.
pub(super) fn open_zip_lzma<'a, R: Read + 'a>(mut packed: R) -> io::Result<Box<dyn Read + 'a>> {
    let mut header = [0; 9];
    packed.read_exact(&mut header)?;
    let [_, _, _, _, properties, a, b, c, d] = header;
    let dictionary = u32::from_le_bytes([a, b, c, d]);
    if dictionary > MOST_MEMORY {
        return Err(io::ErrorKind::OutOfMemory.into());
    }
    Ok(Box::new(lzma_rust2::LzmaReader::new_with_props(packed, u64::MAX, properties, dictionary, None)?))
}

/// All frames behind each other: what stands in the second is as much part of the data as what stands in the first.
struct ZstdFrames<R: BufRead> {
    frame: Option<ruzstd::decoding::StreamingDecoder<R, ruzstd::decoding::FrameDecoder>>,
}

impl<R: BufRead> ZstdFrames<R> {
    fn new(packed: R) -> io::Result<Self> {
        Ok(Self { frame: next_frame(packed)? })
    }
}

/// The next frame that has data.
fn next_frame<R: BufRead>(
    mut packed: R,
) -> io::Result<Option<ruzstd::decoding::StreamingDecoder<R, ruzstd::decoding::FrameDecoder>>> {
    skip_frames(&mut packed)?;
    if packed.fill_buf()?.is_empty() {
        return Ok(None);
    }
    let frame = ruzstd::decoding::StreamingDecoder::new_with_max_window_size(packed, u64::from(MOST_MEMORY));
    frame.map(Some).map_err(io::Error::other)
}

/// Goes over frames that carry no data.
fn skip_frames(packed: &mut impl BufRead) -> io::Result<()> {
    while let [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] = packed.fill_buf()? {
        let mut header = [0; 8];
        packed.read_exact(&mut header)?;
        let [.., a, b, c, d] = header;
        let size = u64::from(u32::from_le_bytes([a, b, c, d]));
        io::copy(&mut packed.by_ref().take(size), &mut io::sink())?;
    }
    Ok(())
}

impl<R: BufRead> Read for ZstdFrames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let Some(frame) = &mut self.frame else { return Ok(0) };
            let read = frame.read(buffer)?;
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            if let Some(ended) = self.frame.take() {
                self.frame = next_frame(ended.into_inner())?;
            }
        }
    }
}
