//! What is unsafe in the files of a bundle: pickles wherever they stand, code in Keras and TensorFlow models, and what
//! cannot be looked into. Told by content, never by name; nothing is executed, and nothing is written.
//!
//! Archives are listed: their members are looked at one after another, unpacked in a window, within the bounds below.

mod content;
mod graphs;
mod kind;
mod machine;
mod opcodes;
mod packed;
mod pickle;
mod tar;
mod zip;
mod zip_entries;

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use registry_core::hazard::{Hazard, HazardKind};

use self::content::{Allowance, Metered, Source, Tape, View};
use self::kind::{HEAD, Kind};
use crate::bundle::NamedFile;
use crate::error::FormatError;

/// The most members of the archives of one bundle. More are not looked at, and that is a finding.
const MOST_ENTRIES: u32 = 10_000;
/// The most bytes that are unpacked of one bundle in all.
const MOST_UNPACKED: u64 = 4 << 30;
/// How many times its packed size anything may have, and what is never too much.
const LARGEST_RATIO: u64 = 100;
const SMALL: u64 = 64 << 20;
/// How deep archives in archives are looked into.
const DEEPEST: u8 = 5;
/// The most bytes of an archive inside packed data that are held in memory, so that they can be read from any place.
const MOST_HELD: usize = 8 << 20;
/// Packed data that are not larger are held whatever they are.
const HELD: usize = 32 << 10;
/// How often every byte may be read: members of an archive can lie over each other.
const MOST_PASSES: u64 = 8;
/// The most opcodes of pickles that are followed.
const MOST_OPCODES: u64 = 50_000_000;
/// The most findings of one bundle; the first ones are kept.
const MOST_FOUND: usize = 100;

/// Looks into every file and says what is unsafe in it, by path.
///
/// # Errors
/// When a file cannot be read. What a file holds is never an error.
pub fn find_hazards(files: &[NamedFile<'_>]) -> Result<Vec<Hazard>, FormatError> {
    let mut scan = Scan::new();
    for file in files {
        let size = file.size()?;
        let source = Source::new(file.bytes, size.saturating_mul(MOST_PASSES).saturating_add(SMALL));
        let path = shown_path(file.path);
        scan.look(source.view(size), &path, 0);
        if source.is_exhausted() {
            scan.opaque(&path, "a file whose parts lie over each other so often that it");
        }
        if let Some(error) = source.into_failure() {
            return Err(file.io(error));
        }
    }
    let mut found = scan.found;
    found.sort();
    found.dedup();
    Ok(found)
}

/// The look at the files of a bundle, with what it may still do.
struct Scan {
    found: Vec<Hazard>,
    entries_left: u32,
    opcodes_left: u64,
    unpacked: Rc<Allowance>,
    /// What the packed data around may unpack to: what lies in them may not unpack to more.
    ceiling: u64,
}

impl Scan {
    fn new() -> Self {
        Self {
            found: Vec::new(),
            entries_left: MOST_ENTRIES,
            opcodes_left: MOST_OPCODES,
            unpacked: Rc::new(Allowance::new(MOST_UNPACKED)),
            ceiling: MOST_UNPACKED,
        }
    }

    fn report(&mut self, hazard: Hazard) {
        if self.found.len() < MOST_FOUND {
            self.found.push(hazard);
        }
    }

    /// Something that cannot be looked into.
    fn opaque(&mut self, path: &str, what: &str) {
        let reason = format!("{what} cannot be looked into");
        self.report(Hazard { path: path.to_owned(), kind: HazardKind::Opaque, imports: Vec::new(), reason });
    }

    /// Counts a member of an archive; false, once with a finding, when there are too many.
    fn count(&mut self, path: &str) -> bool {
        if self.entries_left == 0 {
            self.opaque(path, &format!("more than {MOST_ENTRIES} members: the rest"));
            return false;
        }
        self.entries_left -= 1;
        true
    }

    /// Looks at bytes that can be read from any place.
    fn look(&mut self, view: View<'_>, path: &str, depth: u8) {
        if depth > DEEPEST {
            return self.opaque(path, &format!("what lies in more than {DEEPEST} archives inside each other"));
        }
        let head = view.head(HEAD);
        let (kind, before) = (Kind::of(&head), self.found.len());
        match kind {
            Kind::Opaque(what) => return self.opaque(path, what),
            Kind::Packed(packing) => return self.unpack(packing, view.reader(), (Some(view.len()), path), depth),
            Kind::Zip => return self.zip(view, path, depth),
            Kind::Npy => self.array(view, &head, path),
            Kind::Graph(graph) => self.graph(graph, &mut view.reader(), path),
            Kind::Tar => self.tar(tar::Blocks::Ranged(view, 0), path, depth),
            Kind::Other => {}
        }
        // What is one thing from its start may be another from its end, or in the eyes of a reader of pickles.
        if self.found.len() == before && zip_entries::has_end(view) {
            self.zip(view, path, depth);
        }
        if kind != Kind::Npy {
            self.pickles(&mut Tape::over(view), path, HazardKind::Pickle);
        }
    }

    /// Looks at bytes that come once and in order.
    fn look_at_stream(&mut self, stream: &mut dyn Read, path: &str, depth: u8) {
        let mut held = Vec::new();
        let mut is_whole = content::fill_to(stream, &mut held, HELD);
        let kind = Kind::of(held.get(..HEAD.min(held.len())).unwrap_or_default());
        if kind == Kind::Zip && !is_whole {
            is_whole = content::fill_to(stream, &mut held, MOST_HELD);
            if !is_whole {
                return self
                    .opaque(path, &format!("a zip archive of more than {} MiB in packed data", MOST_HELD >> 20));
            }
        }
        if is_whole {
            let size = u64::try_from(held.len()).unwrap_or_default();
            let source = Source::new(&held, size.saturating_mul(MOST_PASSES).saturating_add(1 << 20));
            self.look(source.view(size), path, depth);
            if source.is_exhausted() {
                self.opaque(path, "data whose parts lie over each other so often that they");
            }
            return;
        }
        if depth > DEEPEST {
            return self.opaque(path, &format!("what lies in more than {DEEPEST} archives inside each other"));
        }
        match kind {
            Kind::Opaque(what) => self.opaque(path, what),
            Kind::Packed(packing) => {
                self.unpack(packing, io::Cursor::new(held).chain(stream), (None, path), depth);
            }
            Kind::Tar => self.tar(tar::Blocks::Stream(Tape::of_stream(held, stream)), path, depth),
            Kind::Graph(graph) => self.graph(graph, &mut io::Cursor::new(held).chain(stream), path),
            Kind::Npy => {
                let header = kind::npy_header(&held);
                let rest = held.split_off(usize::try_from(header).unwrap_or(usize::MAX).min(held.len()));
                if !kind::is_plain_npy(&held) {
                    self.pickles(&mut Tape::of_stream(rest, stream), path, HazardKind::NumpyObjects);
                }
            }
            Kind::Zip | Kind::Other => self.pickles(&mut Tape::of_stream(held, stream), path, HazardKind::Pickle),
        }
    }

    /// Objects in a NumPy array are a pickle behind its header.
    fn array(&mut self, view: View<'_>, head: &[u8], path: &str) {
        let header = kind::npy_header(head);
        let whole = usize::try_from(header).ok().and_then(|length| view.take(0, length.min(HELD)));
        if !whole.is_some_and(|whole| kind::is_plain_npy(&whole)) {
            self.pickles(&mut Tape::over(view.after(header)), path, HazardKind::NumpyObjects);
        }
    }

    fn pickles(&mut self, tape: &mut Tape<'_>, path: &str, kind: HazardKind) {
        if self.opcodes_left == 0 {
            return self.opaque(path, &format!("what comes after {MOST_OPCODES} opcodes of pickles"));
        }
        if let Some(pickles) = pickle::find(tape, &mut self.opcodes_left) {
            self.report(pickles.hazard(path, kind));
        }
    }

    /// Looks at what packed data hold. Data that are not what they look like hold nothing.
    fn unpack<R: Read>(&mut self, packing: packed::Packing, packed: R, at: (Option<u64>, &str), depth: u8) {
        let (size, path) = at;
        let Ok(mut plain) = packed::open(packing, packed) else {
            return self.opaque(path, &format!("{packing} that asks for too much memory, or of an unknown kind,"));
        };
        self.look_through(&mut plain, size, (path, depth));
    }

    /// Looks at unpacked data within the bounds; that there were more is a finding.
    fn look_through(&mut self, plain: &mut dyn Read, packed: Option<u64>, (path, depth): (&str, u8)) {
        let limit =
            packed.map_or(MOST_UNPACKED, |size| size.saturating_mul(LARGEST_RATIO).max(SMALL)).min(self.ceiling);
        let over = Cell::new(false);
        let total = Rc::clone(&self.unpacked);
        let ceiling = std::mem::replace(&mut self.ceiling, limit);
        self.look_at_stream(&mut Metered::new(plain, limit, &total, &over), path, depth.saturating_add(1));
        self.ceiling = ceiling;
        if over.get() {
            let bounds = format!("{LARGEST_RATIO} times its size, or {} GiB in all,", MOST_UNPACKED >> 30);
            self.opaque(path, &format!("what unpacks to more than {bounds}"));
        }
    }
}

/// The path of something inside an archive.
fn inside(path: &str, name: &[u8]) -> String {
    format!("{path}!{}", shown(&String::from_utf8_lossy(name)))
}

/// A name out of a file, as people may see it: without control characters, and not too long.
fn shown(name: &str) -> String {
    const LONGEST: usize = 160;
    let visible = |c: char| if c.is_control() || is_format(c) { '\u{fffd}' } else { c };
    let mut text: String = name.chars().map(visible).take(LONGEST).collect();
    if name.chars().nth(LONGEST).is_some() {
        text.push('…');
    }
    text
}

/// Characters that turn the direction of text or are not seen.
fn is_format(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn shown_path(path: &str) -> String {
    path.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
