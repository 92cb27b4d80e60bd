//! Zip archives, as PyTorch, NumPy and Keras write them. Checksums, flags and the list are not believed: whatever a
//! lenient reader could load is looked at.

use std::io::Read;

use super::content::View;
use super::packed::{self, Packing};
use super::zip_entries::{Member, Members, members};
use super::{Scan, inside};

impl Scan {
    /// Looks at every member of a zip archive.
    pub(super) fn zip(&mut self, view: View<'_>, path: &str, depth: u8) {
        let most = usize::try_from(self.entries_left).unwrap_or(usize::MAX);
        let Members { by_place, has_more, end } = members(view, most);
        let places: Vec<u64> = by_place.keys().copied().collect();
        // The end of the last archive that was looked into as a member: what lies in it was found there.
        let mut covered = 0;
        for (index, (at, member)) in by_place.iter().enumerate() {
            if *at < covered && !member.is_listed {
                continue;
            }
            if !self.count(path) {
                return;
            }
            let next = places.get(index + 1).copied().unwrap_or_else(|| if *at < end { end } else { view.len() });
            if let Some(end) = self.zip_member(view, member, next, (path, depth)) {
                covered = covered.max(end);
            }
        }
        if has_more {
            self.entries_left = 0;
            let _ = self.count(path);
        }
    }

    /// Looks at a member. Answers the end of its data if they are an archive that stands there unpacked.
    fn zip_member(&mut self, view: View<'_>, member: &Member, next: u64, (path, depth): (&str, u8)) -> Option<u64> {
        let path = inside(path, &member.name);
        let Some(data) = member.data else {
            self.opaque(&path, "a member that is listed but not where the list has it");
            return None;
        };
        let before = self.found.len();
        let mut covered = None;
        for method in &member.methods {
            match method {
                0 => {
                    let stated = if member.packed == 0 { next.saturating_sub(data) } else { member.packed };
                    let content = view.part(data, stated);
                    if content.head(4) == b"PK\x03\x04" {
                        covered = Some(data.saturating_add(content.len()));
                    }
                    self.look(content, &path, depth.saturating_add(1));
                }
                _ => self.zip_packed(view.after(data), *method, member, (&path, depth)),
            }
        }
        if member.is_encrypted && self.found.len() == before {
            self.opaque(&path, "an encrypted member");
        }
        covered
    }

    fn zip_packed(&mut self, data: View<'_>, method: u16, member: &Member, (path, depth): (&str, u8)) {
        let size = if member.packed == 0 { data.len() } else { member.packed.min(data.len()) };
        let opened: std::io::Result<Box<dyn Read + '_>> = match method {
            8 => Ok(Box::new(flate2::read::DeflateDecoder::new(data.reader()))),
            12 => packed::open(Packing::Bzip2, data.reader()),
            14 => packed::open_zip_lzma(data.reader()),
            // Their readers go on behind the end of the data, so these end where the member does.
            20 | 93 => packed::open(Packing::Zstd, data.part(0, size).reader()),
            95 => packed::open(Packing::Xz, data.part(0, size).reader()),
            _ => return self.opaque(path, &format!("a member that is packed by the method {method}")),
        };
        match opened {
            Ok(mut plain) => self.look_through(&mut plain, Some(size), (path, depth)),
            Err(_) => self.opaque(path, "a member that asks for too much memory, or is packed in an unknown way,"),
        }
    }
}
