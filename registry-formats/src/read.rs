//! Ranged reads: the one way in which this crate sees bytes, so that a local file, a blob in object storage and a
//! buffer in a test are the same to every reader.

use std::fs::File;
use std::io;

/// Bytes that can be read from any place.
pub trait RangeRead {
    /// The number of bytes.
    ///
    /// # Errors
    /// When the size cannot be asked for.
    fn size(&self) -> io::Result<u64>;

    /// Fills the whole buffer from the bytes that start at `offset`.
    ///
    /// # Errors
    /// `UnexpectedEof` when fewer bytes follow, or what the source says.
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()>;
}

impl RangeRead for File {
    fn size(&self) -> io::Result<u64> {
        self.metadata().map(|metadata| metadata.len())
    }

    #[cfg(unix)]
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        std::os::unix::fs::FileExt::read_exact_at(self, buffer, offset)
    }

    #[cfg(not(unix))]
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        use std::io::{Read as _, Seek as _, SeekFrom};
        let mut file = self;
        file.seek(SeekFrom::Start(offset))?;
        file.read_exact(buffer)
    }
}

impl RangeRead for [u8] {
    fn size(&self) -> io::Result<u64> {
        u64::try_from(self.len()).map_err(io::Error::other)
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        let start = usize::try_from(offset).map_err(io::Error::other)?;
        let bytes = start.checked_add(buffer.len()).and_then(|end| self.get(start..end));
        buffer.copy_from_slice(bytes.ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}

impl RangeRead for Vec<u8> {
    fn size(&self) -> io::Result<u64> {
        self.as_slice().size()
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        self.as_slice().read_at(offset, buffer)
    }
}

impl<R: RangeRead + ?Sized> RangeRead for &R {
    fn size(&self) -> io::Result<u64> {
        R::size(self)
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        R::read_at(self, offset, buffer)
    }
}
