//! Large files down: several ranges at a time, and only those that an interrupted attempt has not fetched.

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use indicatif::ProgressBar;
use registry_client::Wanted;
use registry_client::reqwest::StatusCode;
use registry_core::manifest::FileEntry;

use super::Client;
use super::workers::side_by_side;
use crate::error::CliError;
use crate::hashing::{CopyError, content_of, copy_hashed};
use crate::progress;

/// Files that are larger than this are fetched in ranges, in bytes.
const WHOLE_MAX: u64 = 64 << 20;
/// The size of a range.
const RANGE: u64 = 16 << 20;

/// What came of fetching in ranges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fetched {
    /// The file has its name.
    Whole,
    /// The file is small, the server sends whole files only, or another command fetches the same file here.
    No,
}

/// A file on its way, which outlives a command that is killed: its name is that of its digest. Beside it lies a list of
/// the ranges that are in it. What either of them says is believed only when the digest of the whole holds.
struct Partial {
    data: PathBuf,
    list: PathBuf,
    /// Holds the lock as long as it is open.
    _file: File,
    done: HashSet<u64>,
}

impl Partial {
    /// Opens what is there, or begins. None when another command has it.
    fn open(target: &Path, entry: &FileEntry) -> io::Result<Option<Self>> {
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        let beside = |end: &str| target.with_file_name(format!(".registry-{}.{end}", entry.sha256.to_hex()));
        let (data, list) = (beside("partial"), beside("ranges"));
        for path in [&data, &list] {
            // A link would lead to a file of somebody else.
            if path.symlink_metadata().is_ok_and(|found| !found.is_file()) {
                return Ok(None);
            }
        }
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(&data)?;
        if file.try_lock().is_err() {
            return Ok(None);
        }
        let is_known = file.metadata()?.len() == entry.size;
        let listed = if is_known { fs::read_to_string(&list).unwrap_or_default() } else { String::new() };
        if !is_known {
            drop(fs::remove_file(&list));
            file.set_len(entry.size)?;
        }
        // A line without its end was being written when the command was killed.
        let lines = listed.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n')?.parse().ok());
        Ok(Some(Self { data, list, _file: file, done: lines.collect() }))
    }

    fn remove(&self) {
        // What cannot be removed is found, and used or refused, another time.
        drop(fs::remove_file(&self.data));
        drop(fs::remove_file(&self.list));
    }

    /// Gives the file its name, if it is the one that was meant.
    fn keep(&self, target: &Path, entry: &FileEntry) -> Result<(), CliError> {
        let found = content_of(&self.data)?;
        if found.sha256 != entry.sha256 {
            self.remove();
            return Err(CliError::Integrity { path: target.to_owned(), expected: entry.sha256, found: found.sha256 });
        }
        let named = File::open(&self.data).and_then(|file| file.sync_all());
        let named = named.and_then(|()| fs::rename(&self.data, target));
        named.map_err(|source| CliError::Save { path: target.to_owned(), source })?;
        self.remove();
        Ok(())
    }
}

/// What the threads of one file share.
struct Work<'a> {
    client: &'a Client,
    wanted: &'a Wanted<'a>,
    target: &'a Path,
    entry: &'a FileEntry,
    partial: &'a Partial,
    list: Mutex<File>,
    next: AtomicU64,
    bar: ProgressBar,
}

impl Client {
    /// Fetches a large file in ranges. It gets its name only when it has every byte that the manifest promises.
    pub(super) fn download_ranges(
        &self,
        wanted: &Wanted<'_>,
        target: &Path,
        entry: &FileEntry,
    ) -> Result<Fetched, CliError> {
        if entry.size <= WHOLE_MAX {
            return Ok(Fetched::No);
        }
        let failed = |source| CliError::Save { path: target.to_owned(), source };
        let Some(partial) = Partial::open(target, entry).map_err(failed)? else { return Ok(Fetched::No) };
        let list = OpenOptions::new().append(true).create(true).open(&partial.list).map_err(failed)?;
        let bar = progress::bar("down", &target.display().to_string(), entry.size);
        let work = Work {
            client: self,
            wanted,
            target,
            entry,
            partial: &partial,
            list: Mutex::new(list),
            next: AtomicU64::new(0),
            bar,
        };
        let fetched = work.run();
        work.bar.finish_and_clear();
        if fetched? == Fetched::No {
            partial.remove();
            return Ok(Fetched::No);
        }
        partial.keep(target, entry)?;
        Ok(Fetched::Whole)
    }
}

impl Work<'_> {
    /// The first thread that fails stops all.
    fn run(&self) -> Result<Fetched, CliError> {
        let ended = side_by_side(|| self.work())?;
        Ok(if ended.contains(&Fetched::No) { Fetched::No } else { Fetched::Whole })
    }

    fn work(&self) -> Result<Fetched, CliError> {
        let count = self.entry.size.div_ceil(RANGE);
        let mut file = OpenOptions::new().write(true).open(&self.partial.data).map_err(|error| self.unsaved(error))?;
        loop {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            if number >= count {
                return Ok(Fetched::Whole);
            }
            let (start, end) = (number * RANGE, self.entry.size.min((number + 1) * RANGE));
            if self.partial.done.contains(&number) {
                self.bar.inc(end - start);
                continue;
            }
            let fetched = self.fetch(&mut file, start, end);
            if !matches!(fetched, Ok(Fetched::Whole)) {
                self.next.store(count, Ordering::Relaxed);
                return fetched;
            }
            let mut list = self.list.lock().unwrap_or_else(PoisonError::into_inner);
            list.write_all(format!("{number}\n").as_bytes()).map_err(|error| self.unsaved(error))?;
        }
    }

    fn fetch(&self, file: &mut File, start: u64, end: u64) -> Result<Fetched, CliError> {
        let answer = self.client.found(&Wanted { range: Some(start..end), ..self.wanted.clone() })?;
        if answer.status() != StatusCode::PARTIAL_CONTENT {
            return Ok(Fetched::No);
        }
        file.seek(SeekFrom::Start(start)).map_err(|error| self.unsaved(error))?;
        let mut reader = self.bar.wrap_read(self.client.incoming(answer).take(end - start));
        let copied = copy_hashed(&mut reader, file).map_err(|error| match error {
            CopyError::Write(source) => self.unsaved(source),
            CopyError::Read(got, reason) => self.broken_off(start + got, reason),
        })?;
        if copied.size == end - start {
            return Ok(Fetched::Whole);
        }
        Err(self.broken_off(start + copied.size, io::ErrorKind::UnexpectedEof.into()))
    }

    fn unsaved(&self, source: io::Error) -> CliError {
        CliError::Save { path: self.target.to_owned(), source }
    }

    fn broken_off(&self, got: u64, reason: io::Error) -> CliError {
        CliError::BrokenOff { path: self.target.to_owned(), expected: self.entry.size, got, reason }
    }
}
