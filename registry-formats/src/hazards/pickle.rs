//! Whether content is a pickle: what its opcodes do decides, never a name, and text must do much before it counts.

use std::collections::BTreeSet;

use registry_core::hazard::{Hazard, HazardKind};

use super::content::Tape;
use super::machine::{self, End, MOST_IMPORTS, Numbers, Walk};

/// The most pickles behind each other that are followed; the old format of PyTorch has five.
const MOST_PICKLES: usize = 64;
/// The fewest opcodes of a stream that would not run, or has no end, for it to be told from text.
const TELLING: u64 = 3;

/// What was found in pickles that stand behind each other.
#[derive(Debug, Default)]
pub(super) struct Pickles {
    pub(super) imports: BTreeSet<String>,
    is_cut: bool,
    count: usize,
}

/// What one walk proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    /// It is a pickle.
    Pickle,
    /// It is one if nothing but pickles follows: plain data that text could look like.
    PerhapsText,
    /// It is none.
    Nothing,
}

/// The pickles at the start of the content, if there are any. At most `left` opcodes are followed.
pub(super) fn find(tape: &mut Tape<'_>, left: &mut u64) -> Option<Pickles> {
    let mut found = Pickles::default();
    let (mut is_proven, mut opcodes) = (false, 0);
    for _ in 0..MOST_PICKLES {
        let walk = machine::walk(tape, *left);
        *left = left.saturating_sub(walk.opcodes);
        let proof = prove(&walk);
        // Plain data whose lengths are all printable are text that happens to read as a pickle.
        if proof == Proof::Pickle || walk.numbers != Numbers::Printable {
            opcodes += walk.opcodes;
        }
        if proof == Proof::Nothing {
            // Legacy weights follow pickles, so what follows a proven one may be anything.
            return is_proven.then_some(found);
        }
        is_proven |= proof == Proof::Pickle;
        found.count += 1;
        found.is_cut |= walk.end != End::Stop;
        let room = MOST_IMPORTS.saturating_sub(found.imports.len());
        found.imports.extend(walk.imports.into_iter().take(room));
        if walk.end != End::Stop || tape.is_at_end() {
            break;
        }
    }
    (is_proven || (tape.is_at_end() && opcodes >= 2)).then_some(found)
}

fn prove(walk: &Walk) -> Proof {
    let imports = !walk.imports.is_empty();
    let runs = !walk.is_broken;
    let ends = walk.end == End::Stop;
    let proven = match (walk.has_header, ends) {
        // The header is the mark of pickles: what is imported counts, whether it would run or not.
        (true, true) => runs || imports,
        (true, false) => imports || (runs && walk.end == End::TooLong),
        (false, true) => {
            // What is called was imported, or is an extension, which by itself is what somebody has registered before.
            (runs && (imports || (walk.calls && walk.has_extension))) || (walk.imports_known && walk.opcodes >= TELLING)
        }
        // A stream without an end runs up to there.
        (false, false) => {
            (imports && walk.calls && (walk.imports_known || walk.opcodes >= TELLING))
                || walk.after_known.is_some_and(|after| after >= 2)
                || (runs && walk.end == End::TooLong)
        }
    };
    match proven {
        true => Proof::Pickle,
        false if ends && runs && walk.opcodes >= 2 => Proof::PerhapsText,
        false => Proof::Nothing,
    }
}

impl Pickles {
    /// The finding, at a path.
    pub(super) fn hazard(self, path: &str, kind: HazardKind) -> Hazard {
        let what = match (kind, self.count) {
            (HazardKind::NumpyObjects, _) => "a NumPy array of Python objects, which are a pickle",
            (_, 0 | 1) => "a Python pickle",
            _ => "several Python pickles behind each other",
        };
        let cut = if self.is_cut { " (it does not end, but what comes first would run)" } else { "" };
        let named: Vec<&str> = self.imports.iter().take(5).map(String::as_str).collect();
        let more = if self.imports.len() > named.len() { " and more" } else { "" };
        let does = if named.is_empty() {
            "; loading it can run code".to_owned()
        } else {
            format!("; loading it imports and may call {}{more}", named.join(", "))
        };
        let reason = format!("{what}{cut}{does}");
        Hazard { path: path.to_owned(), kind, imports: self.imports.into_iter().collect(), reason }
    }
}
