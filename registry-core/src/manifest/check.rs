//! The rules that no single part of a manifest can see.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Number, Value};

use super::file::FileEntry;
use super::path::FilePath;
use super::{MAX_FILES, MAX_INTEGER};
use crate::contract::Pointer;
use crate::contract::validate::{Findings, Violation};

/// The rules that the list of files breaks.
pub(super) fn files(files: &[FileEntry], place: &Pointer, found: &mut Findings<Violation>) {
    if files.is_empty() {
        return found.report(|| Violation::new(place.clone(), "there is no file", "name at least one"));
    }
    if files.len() > MAX_FILES {
        let rule = format!("there are {} files, the limit is {MAX_FILES}", files.len());
        return found.report(|| Violation::new(place.clone(), rule, "pack small files into an archive"));
    }
    paths(files, place, found);
    for (index, file) in files.iter().enumerate().filter(|(_, file)| file.size > MAX_INTEGER) {
        let rule = || format!("{} bytes are more than 2^53-1", file.size);
        found.report(|| Violation::new(place.join(index).join("size"), rule(), "split the file"));
    }
}

/// No path may stand for two things on a file system that ignores case: two files, or a file and a folder.
fn paths(files: &[FileEntry], place: &Pointer, found: &mut Findings<Violation>) {
    let mut known: BTreeMap<String, &FilePath> = BTreeMap::new();
    let at = |index: usize| place.join(index).join("path");
    for (index, file) in files.iter().enumerate() {
        match known.insert(file.path.folded(), &file.path) {
            None => {}
            Some(other) if other == &file.path => {
                let rule = || format!("`{other}` stands there twice");
                found.report(|| Violation::new(at(index), rule(), "keep one of them"));
            }
            Some(other) => {
                let rule = || format!("`{}` and `{other}` are one file where case is ignored", file.path);
                found.report(|| Violation::new(at(index), rule(), "rename one of them"));
            }
        }
    }
    for (index, file) in files.iter().enumerate() {
        let folded = file.path.folded();
        let folders = folded.match_indices('/').filter_map(|(end, _)| known.get(folded.get(..end)?));
        for other in folders {
            let rule = || format!("`{other}` is a file, so it cannot be a folder of `{}`", file.path);
            found.report(|| Violation::new(at(index), rule(), "rename one of them"));
        }
    }
}

/// RFC 8785 writes every number as a double, so two larger integers could have one digest.
pub(super) fn integers(value: &Value, place: &Pointer, found: &mut Findings<Violation>) {
    match value {
        Value::Number(number) if is_too_large(number) => {
            let rule = || format!("the integer {number} is beyond 2^53-1, so JSON readers disagree about it");
            found.report(|| Violation::new(place.clone(), rule(), "use a smaller number"));
        }
        // Keys may be long, and there may be a hundred thousand labels: only what is refused costs a pointer.
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate().filter(|(_, element)| holds_too_large(element)) {
                below(element, (place, &index), found);
            }
        }
        Value::Object(entries) => {
            for (key, entry) in entries.iter().filter(|(_, entry)| holds_too_large(entry)) {
                below(entry, (place, key), found);
            }
        }
        _ => {}
    }
}

fn below(value: &Value, (place, segment): (&Pointer, &dyn fmt::Display), found: &mut Findings<Violation>) {
    if found.is_full() {
        found.leave_out();
    } else {
        integers(value, &place.join(segment), found);
    }
}

fn holds_too_large(value: &Value) -> bool {
    match value {
        Value::Number(number) => is_too_large(number),
        Value::Array(elements) => elements.iter().any(holds_too_large),
        Value::Object(entries) => entries.values().any(holds_too_large),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}

fn is_too_large(number: &Number) -> bool {
    match (number.as_u64(), number.as_i64()) {
        (Some(positive), _) => positive > MAX_INTEGER,
        (None, Some(negative)) => negative.unsigned_abs() > MAX_INTEGER,
        (None, None) => false,
    }
}
