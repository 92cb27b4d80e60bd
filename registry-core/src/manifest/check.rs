//! The rules that no single part of a manifest can see.

use std::collections::BTreeMap;

use serde_json::Value;

use super::file::FileEntry;
use super::path::FilePath;
use super::{MAX_FILES, MAX_INTEGER};
use crate::contract::Pointer;
use crate::contract::validate::Violation;

/// Every rule that the list of files breaks.
pub(super) fn files(files: &[FileEntry], place: &Pointer) -> Vec<Violation> {
    if files.is_empty() {
        return vec![Violation::new(place.clone(), "there is no file", "name at least one")];
    }
    if files.len() > MAX_FILES {
        let rule = format!("there are {} files, the limit is {MAX_FILES}", files.len());
        return vec![Violation::new(place.clone(), rule, "pack small files into an archive")];
    }
    let mut found = paths(files, place);
    for (index, file) in files.iter().enumerate().filter(|(_, file)| file.size > MAX_INTEGER) {
        let rule = format!("{} bytes are more than 2^53-1", file.size);
        found.push(Violation::new(place.join(index).join("size"), rule, "split the file"));
    }
    found
}

/// No path may stand for two things on a file system that ignores case: two files, or a file and a folder.
fn paths(files: &[FileEntry], place: &Pointer) -> Vec<Violation> {
    let mut known: BTreeMap<String, &FilePath> = BTreeMap::new();
    let mut found = Vec::new();
    let at = |index: usize| place.join(index).join("path");
    for (index, file) in files.iter().enumerate() {
        if let Some(other) = known.insert(file.path.folded(), &file.path) {
            let same = other == &file.path;
            let rule = if same {
                format!("`{other}` stands there twice")
            } else {
                format!("`{}` and `{other}` are one file where case is ignored", file.path)
            };
            found.push(Violation::new(at(index), rule, if same { "keep one of them" } else { "rename one of them" }));
        }
    }
    for (index, file) in files.iter().enumerate() {
        let folded = file.path.folded();
        let folders = folded.match_indices('/').filter_map(|(end, _)| known.get(folded.get(..end)?));
        for other in folders {
            let rule = format!("`{other}` is a file, so it cannot be a folder of `{}`", file.path);
            found.push(Violation::new(at(index), rule, "rename one of them"));
        }
    }
    found
}

/// RFC 8785 writes every number as a double, so two larger integers could have one digest.
pub(super) fn integers(value: &Value, place: &Pointer, found: &mut Vec<Violation>) {
    match value {
        Value::Number(number) => {
            let large = match (number.as_u64(), number.as_i64()) {
                (Some(positive), _) => positive > MAX_INTEGER,
                (None, Some(negative)) => negative.unsigned_abs() > MAX_INTEGER,
                (None, None) => false,
            };
            if large {
                let rule = format!("the integer {number} is beyond 2^53-1, so JSON readers disagree about it");
                found.push(Violation::new(place.clone(), rule, "use a smaller number"));
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate().filter(|(_, element)| may_hold_integers(element)) {
                integers(element, &place.join(index), found);
            }
        }
        Value::Object(entries) => {
            for (key, entry) in entries.iter().filter(|(_, entry)| may_hold_integers(entry)) {
                integers(entry, &place.join(key), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// Spares a pointer for each of a hundred thousand labels.
fn may_hold_integers(value: &Value) -> bool {
    matches!(value, Value::Number(_) | Value::Array(_) | Value::Object(_))
}
