//! What is found wrong, up to a bound: a document that breaks a rule a million times needs no million answers.

use std::io;

use serde::Serialize;

/// The most findings that are listed of one document; where there are more, one last entry says so.
pub const MAX_FINDINGS: usize = 100;

/// How long the findings may be as JSON; the one that goes beyond it is the last.
const MAX_BYTES: usize = 256 << 10;

/// What has been found on the way through a document.
#[derive(Debug)]
pub(crate) struct Findings<T> {
    found: Vec<T>,
    bytes: usize,
    more: bool,
}

impl<T> Default for Findings<T> {
    fn default() -> Self {
        Self { found: Vec::new(), bytes: 0, more: false }
    }
}

impl<T: Serialize> Findings<T> {
    /// Notes a finding. It is put into words only while there is room for it: texts and places may be long.
    pub(crate) fn report(&mut self, finding: impl FnOnce() -> T) {
        if self.is_full() {
            return self.leave_out();
        }
        let finding = finding();
        self.bytes += length(&finding);
        self.found.push(finding);
    }

    /// Whether there is no room for another one.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() >= MAX_FINDINGS || self.bytes >= MAX_BYTES
    }

    /// Remembers that there is more.
    pub(crate) fn leave_out(&mut self) {
        self.more = true;
    }

    /// Whether nothing was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All that was noted, and at the end that there is more where that is so.
    pub(crate) fn finish(mut self, more: impl FnOnce(String) -> T) -> Vec<T> {
        if self.more {
            let rule = format!("there are more than these {}; the rest is not listed", self.found.len());
            self.found.push(more(rule));
        }
        self.found
    }
}

/// How long a value is as JSON.
fn length(value: &impl Serialize) -> usize {
    struct Counter(usize);
    impl io::Write for Counter {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut counter = Counter(0);
    // What cannot be written is not counted; findings can.
    drop(serde_json::to_writer(&mut counter, value));
    counter.0
}
