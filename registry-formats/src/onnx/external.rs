//! Weights that stand in other files. A model names such a file, and the name is only ever looked up among the files of
//! the bundle: never on a file system.

use std::collections::BTreeSet;

use crate::bundle::NamedFile;

/// How often over the files of a bundle may be read for its weights. Tied weights name the same bytes a second time; a
/// hostile model names them a million times.
const READS_MAX: u64 = 4;

/// Where the weights of a tensor stand, as the model says it.
#[derive(Debug, Clone, Default)]
pub(super) struct Location {
    pub(super) path: String,
    pub(super) offset: Option<String>,
    pub(super) length: Option<String>,
}

/// The files of the bundle beside the model.
pub(super) struct External<'a> {
    model: &'a str,
    files: &'a [NamedFile<'a>],
    named: BTreeSet<&'a str>,
    left: Option<u64>,
}

/// A part of a sibling.
#[derive(Clone, Copy)]
pub(super) struct Range<'a> {
    pub(super) file: NamedFile<'a>,
    pub(super) start: u64,
    pub(super) length: u64,
}

/// Why a range cannot be had: what was expected and what was found.
pub(super) type Refusal = (String, String);

impl<'a> External<'a> {
    pub(super) fn new(model: &'a str, files: &'a [NamedFile<'a>]) -> Self {
        Self { model, files, named: BTreeSet::new(), left: None }
    }

    /// The path inside the bundle that a location names.
    pub(super) fn resolve(&self, location: &str) -> Result<String, Refusal> {
        let path = plain(location)?;
        let path = self.model.rsplit_once('/').map_or_else(|| path.clone(), |(folder, _)| format!("{folder}/{path}"));
        if path == self.model {
            return Err(("external data in another file".to_owned(), "the model itself".to_owned()));
        }
        Ok(path)
    }

    /// The files of the bundle in which the model says that weights stand.
    pub(super) fn named(self) -> BTreeSet<&'a str> {
        self.named
    }

    /// The part of a file that holds a tensor of `size` bytes; none when the file is not in the bundle.
    pub(super) fn range(
        &mut self,
        path: &str,
        location: &Location,
        size: Option<u64>,
    ) -> Result<Option<Range<'a>>, Refusal> {
        let start = number(location.offset.as_deref(), "offset")?.unwrap_or(0);
        let stated = number(location.length.as_deref(), "length")?;
        if let (Some(stated), Some(size)) = (stated, size)
            && stated != size
        {
            return Err((format!("{size} bytes of external data, as type and shape say"), stated.to_string()));
        }
        let Some(file) = self.files.iter().find(|file| file.path == path).copied() else {
            return Ok(None);
        };
        self.named.insert(file.path);
        let available = file.bytes.size().map_err(|error| (format!("the size of `{path}`"), error.to_string()))?;
        let length = stated.or(size).unwrap_or(available.saturating_sub(start));
        if start.checked_add(length).is_none_or(|end| end > available) {
            let expected = format!("{length} bytes from {start} on in `{path}`");
            return Err((expected, format!("a file of {available} bytes")));
        }
        Ok(Some(Range { file, start, length }))
    }

    /// Takes the bytes of a range from what may be read in all.
    pub(super) fn spend(&mut self, range: Range<'_>) -> Result<(), Refusal> {
        let others = self.files.iter().filter(|file| file.path != self.model);
        let sizes = others.map(|file| file.bytes.size().unwrap_or(0));
        let left = self.left.unwrap_or_else(|| sizes.fold(0, u64::saturating_add).saturating_mul(READS_MAX));
        self.left = left.checked_sub(range.length);
        match self.left {
            Some(_) => Ok(()),
            None => {
                Err((format!("external data of at most {READS_MAX} times the files of the bundle"), "more".to_owned()))
            }
        }
    }
}

/// A relative path in canonical form: no way out of the folder, no second spelling of one file, nothing that another
/// system would read in another way.
fn plain(location: &str) -> Result<String, Refusal> {
    let segments: Vec<&str> = location.split('/').skip_while(|segment| *segment == ".").collect();
    let odd = |c: char| c == '\\' || c == ':' || c.is_control();
    let escapes = location.is_empty() || location.contains(odd);
    if escapes || segments.is_empty() || segments.iter().any(|segment| matches!(*segment, "" | "." | "..")) {
        let expected = "a location that is a plain relative path (no `..`, no leading `/`, no `\\` or `:`)";
        return Err((expected.to_owned(), super::reading::shown(location)));
    }
    Ok(segments.join("/"))
}

fn number(text: Option<&str>, what: &str) -> Result<Option<u64>, Refusal> {
    let Some(text) = text else { return Ok(None) };
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|_| digits);
    number.map(Some).ok_or_else(|| (format!("a number of bytes as {what}"), super::reading::shown(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_stays_inside_the_folder_of_the_model() {
        let external = External::new("net/model.onnx", &[]);
        assert_eq!(external.resolve("weights.bin").unwrap(), "net/weights.bin");
        assert_eq!(external.resolve("./parts/0.bin").unwrap(), "net/parts/0.bin");
        assert!(external.resolve("model.onnx").is_err());
        assert_eq!(External::new("model.onnx", &[]).resolve("a b").unwrap(), "a b");
        for escape in
            ["", ".", "./", "/etc/passwd", "../x", "a/../../x", "a//b", "a/./b", "a/", "..\\x", "C:x", "a\0b", ".//x"]
        {
            assert!(external.resolve(escape).is_err(), "{escape:?}");
        }
    }

    #[test]
    fn offset_and_length_are_digits() {
        assert_eq!(number(Some("007"), "offset").unwrap(), Some(7));
        for text in ["", "-1", "+1", " 1", "1e3", "18446744073709551616", "٣"] {
            assert!(number(Some(text), "offset").is_err(), "{text:?}");
        }
    }
}
