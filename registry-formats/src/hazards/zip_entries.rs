//! Where the members of a zip archive stand: what its list at the end says, and every header that lies in it, listed or not.

use std::collections::BTreeMap;

use super::content::View;

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: u64 = 22;
/// The longest comment behind the end of the list.
const LONGEST_COMMENT: u64 = 0xffff;
/// How much of an archive is searched at a time: large, as it may come over a network.
const WINDOW: usize = 4 << 20;

/// A member: where its header is, and what is said of it there and in the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) name: Vec<u8>,
    pub(super) is_listed: bool,
    /// A bit in one of its headers says that it is encrypted.
    pub(super) is_encrypted: bool,
    /// The methods that its two headers name.
    pub(super) methods: Vec<u16>,
    /// Its packed size, the larger of the two that are stated; 0 if none is.
    pub(super) packed: u64,
    /// Where its data start; none if there is no header.
    pub(super) data: Option<u64>,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2).and_then(|pair| pair.try_into().ok()).map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes).map(u64::from)
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..at + 8).and_then(|eight| eight.try_into().ok()).map(u64::from_le_bytes)
}

/// Where the list of members ends and starts, as far as it is said.
struct List {
    starts: Vec<u64>,
    /// What every offset in the list has to be raised by: archives may stand behind something else.
    shift: u64,
}

/// Finds the list. Its end is looked for as Python does: the last mark within the longest comment.
fn list(view: View<'_>) -> Option<List> {
    let tail_start = view.len().saturating_sub(END_LENGTH + LONGEST_COMMENT);
    let tail = view.take(tail_start, usize::try_from(view.len() - tail_start).ok()?)?;
    let at = memchr::memmem::rfind(tail.get(..tail.len().checked_sub(18)?)?, END)?;
    let end = tail.get(at..)?;
    let mut end_at = tail_start + u64::try_from(at).ok()?;
    let (mut size, mut offset) = (u32_at(end, 12)?, u32_at(end, 16)?);
    if let Some((at, large_size, large_offset)) = large_list(view, end_at)
        && (size == 0xffff_ffff || offset == 0xffff_ffff || u16_at(end, 10) == Some(0xffff))
    {
        (end_at, size, offset) = (at, large_size, large_offset);
    }
    let start = end_at.checked_sub(size);
    let shift = start.and_then(|start| start.checked_sub(offset)).unwrap_or_default();
    let mut starts: Vec<u64> = start.into_iter().chain([offset]).collect();
    starts.dedup();
    starts.retain(|start| view.take(*start, 4).as_deref() == Some(CENTRAL));
    Some(List { starts, shift })
}

/// The end of the list in archives over 4 GiB: where it is, and the size and offset of the list.
fn large_list(view: View<'_>, end_at: u64) -> Option<(u64, u64, u64)> {
    let locator_at = end_at.checked_sub(20)?;
    let locator = view.take(locator_at, 20)?;
    locator.starts_with(b"PK\x06\x07").then_some(())?;
    let said = u64_at(&locator, 8)?;
    let at = [locator_at.checked_sub(56)?, said];
    at.into_iter().find_map(|at| {
        let end = view.take(at, 56)?;
        end.starts_with(b"PK\x06\x06").then_some(())?;
        Some((at, u64_at(&end, 40)?, u64_at(&end, 48)?))
    })
}

/// Whether the bytes end as a zip archive does, whatever they start with.
pub(super) fn has_end(view: View<'_>) -> bool {
    list(view).is_some_and(|list| !list.starts.is_empty())
}

/// The members of an archive.
#[derive(Debug, Default)]
pub(super) struct Members {
    /// By the place of their headers.
    pub(super) by_place: BTreeMap<u64, Member>,
    /// Whether there are more than were asked for.
    pub(super) has_more: bool,
    /// Where the list of them starts, or the archive ends.
    pub(super) end: u64,
}

/// The members, `most` at most.
pub(super) fn members(view: View<'_>, most: usize) -> Members {
    let (mut members, mut has_more, mut end) = (BTreeMap::new(), false, view.len());
    if let Some(list) = list(view) {
        for start in &list.starts {
            has_more |= !read_list(view, *start, list.shift, (&mut members, most));
            end = end.min(*start);
        }
    }
    has_more |= !search(view, &mut members, most);
    for (at, member) in &mut members {
        complete(view, *at, member);
    }
    // What was found by its mark alone may be anything.
    members.retain(|at, member| member.is_listed || (member.data.is_some() && (*at == 0 || is_plausible(member))));
    Members { by_place: members, has_more, end }
}

/// Reads the list. False when it has too many members.
fn read_list(view: View<'_>, start: u64, shift: u64, (members, most): (&mut BTreeMap<u64, Member>, usize)) -> bool {
    let mut at = start;
    let mut count = 0;
    while let Some((member, offset, length)) = read_listed(view, at) {
        if count >= most {
            return false;
        }
        count += 1;
        for place in places(view, offset, shift) {
            let known: &mut Member = members.entry(place).or_default();
            known.is_listed = true;
            known.is_encrypted |= member.is_encrypted;
            known.packed = known.packed.max(member.packed);
            known.methods.extend_from_slice(&member.methods);
            known.name.clone_from(&member.name);
        }
        at = at.saturating_add(length);
    }
    true
}

/// Where a listed header is. Behind something else, one reader raises the offsets in the list and another does not.
fn places(view: View<'_>, offset: u64, shift: u64) -> Vec<u64> {
    let shifted = offset.saturating_add(shift);
    if shift == 0 {
        return vec![offset];
    }
    let is_there = |place: &u64| view.take(*place, 4).as_deref() == Some(LOCAL);
    let there: Vec<u64> = [shifted, offset].into_iter().filter(is_there).collect();
    if there.is_empty() { vec![shifted] } else { there }
}

/// One entry of the list, the offset that it states, and its own length.
fn read_listed(view: View<'_>, at: u64) -> Option<(Member, u64, u64)> {
    let fixed = view.take(at, 46)?;
    fixed.starts_with(CENTRAL).then_some(())?;
    let lengths = [u16_at(&fixed, 28)?, u16_at(&fixed, 30)?, u16_at(&fixed, 32)?];
    let [name_length, extra_length, _] = lengths.map(usize::from);
    let rest = view.take(at + 46, name_length + extra_length)?;
    let (name, extra) = rest.split_at_checked(name_length)?;
    let (mut packed, mut offset) = (u32_at(&fixed, 20)?, u32_at(&fixed, 42)?);
    let large = [u32_at(&fixed, 24)? == 0xffff_ffff, packed == 0xffff_ffff, offset == 0xffff_ffff];
    if let Some(mut values) = large_values(extra) {
        let [size_is, packed_is, offset_is] = large;
        if size_is {
            values.next();
        }
        if packed_is {
            packed = values.next().unwrap_or(packed);
        }
        if offset_is {
            offset = values.next().unwrap_or(offset);
        }
    }
    let member = Member {
        name: name.to_vec(),
        is_encrypted: u16_at(&fixed, 8)? & 1 != 0,
        methods: vec![u16_at(&fixed, 10)?],
        packed,
        ..Member::default()
    };
    Some((member, offset, 46 + lengths.iter().copied().map(u64::from).sum::<u64>()))
}

/// The numbers of 64 bits in the extra fields, in their order.
fn large_values(mut extra: &[u8]) -> Option<impl Iterator<Item = u64>> {
    loop {
        let (id, length) = (u16_at(extra, 0)?, usize::from(u16_at(extra, 2)?));
        let content = extra.get(4..)?;
        let field = content.get(..length.min(content.len()))?;
        if id == 1 {
            return Some(field.chunks_exact(8).filter_map(|chunk| u64_at(chunk, 0)));
        }
        extra = content.get(length..)?;
    }
}

/// Looks for the mark of a header everywhere. False when there are too many.
fn search(view: View<'_>, members: &mut BTreeMap<u64, Member>, most: usize) -> bool {
    let finder = memchr::memmem::Finder::new(LOCAL);
    let mut window = vec![0; usize::try_from(view.len()).unwrap_or(WINDOW).min(WINDOW)];
    let mut start = 0;
    loop {
        let read = view.read_at(start, &mut window);
        let bytes = window.get(..read).unwrap_or_default();
        for at in finder.find_iter(bytes) {
            // A member that is not listed counts only where its header could be one.
            let place = start + u64::try_from(at).unwrap_or_default();
            if !members.contains_key(&place) {
                let mut member = Member::default();
                complete(view, place, &mut member);
                if place != 0 && !is_plausible(&member) {
                    continue;
                }
            }
            members.entry(place).or_default();
            if members.len() > most {
                return false;
            }
        }
        if read < WINDOW {
            return true;
        }
        // A mark may lie across the end of the window.
        start += u64::try_from(WINDOW - 3).unwrap_or_default();
    }
}

/// Reads the header itself.
fn complete(view: View<'_>, at: u64, member: &mut Member) {
    let Some(fixed) = view.take(at, 30).filter(|fixed| fixed.starts_with(LOCAL)) else { return };
    let field = |at: usize| u16_at(&fixed, at).unwrap_or_default();
    let (name_length, extra_length) = (field(26), field(28));
    member.is_encrypted |= field(6) & 1 != 0;
    if !member.methods.contains(&field(8)) {
        member.methods.push(field(8));
    }
    let name = view.take(at + 30, usize::from(name_length)).unwrap_or_default();
    if !member.is_listed {
        member.name = name;
    }
    let mut packed = u32_at(&fixed, 18).unwrap_or_default();
    if packed == 0xffff_ffff {
        let extra = view.take(at + 30 + u64::from(name_length), usize::from(extra_length)).unwrap_or_default();
        packed = large_values(&extra).and_then(|mut values| values.nth(1)).unwrap_or(packed);
    }
    member.packed = member.packed.max(packed);
    member.methods.sort_unstable();
    member.methods.dedup();
    member.data = Some(at + 30 + u64::from(name_length) + u64::from(extra_length));
}

/// Whether a header that only its mark has shown could be one.
fn is_plausible(member: &Member) -> bool {
    const METHODS: &[u16] = &[0, 8, 9, 12, 14, 20, 93, 95, 99];
    (1..=1024).contains(&member.name.len())
        && member.methods.iter().all(|method| METHODS.contains(method))
        && !member.name.iter().any(u8::is_ascii_control)
}
