//! The grammar of names, said once more and otherwise than the code says it. The tests of other crates take this
//! file as it is.

fn lower(byte: u8) -> bool {
    byte.is_ascii_lowercase()
}

fn digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

/// `[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?`, no `..`, no device before the first full stop.
pub(crate) fn name(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ends = [bytes.first(), bytes.last()];
    (1..=64).contains(&bytes.len())
        && ends.into_iter().all(|end| end.is_some_and(|byte| lower(*byte) || digit(*byte)))
        && bytes.iter().all(|byte| lower(*byte) || digit(*byte) || b"._-".contains(byte))
        && !bytes.windows(2).any(|pair| pair == b"..")
        && !device(text.split('.').next().unwrap_or_default(), &["con", "prn", "aux", "nul"], "123456789")
}

/// Whether a stem names a device, one of these or a port with one of these numbers.
pub(crate) fn device(stem: &str, names: &[&str], ports: &str) -> bool {
    let port = |prefix| {
        let number: Option<&str> = stem.strip_prefix(prefix);
        number.is_some_and(|number| number.chars().count() == 1 && ports.contains(number))
    };
    names.contains(&stem) || port("com") || port("lpt")
}

/// `[a-z][a-z0-9-]{0,62}`, but `latest`, `x`, and `v` with a digit after it mean something else.
pub(crate) fn channel(text: &str) -> bool {
    let mut bytes = text.bytes();
    let fits = bytes.next().is_some_and(lower) && bytes.all(|byte| lower(byte) || digit(byte) || byte == b'-');
    let versions = text.len() > 1 && text.starts_with('v') && digit(text.as_bytes()[1]);
    fits && text.len() <= 63 && !versions && !["latest", "x"].contains(&text)
}

/// `0|[1-9][0-9]*`, up to 2^53 - 1.
fn number(text: &str) -> bool {
    let plain = !text.is_empty() && text.bytes().all(digit) && (text == "0" || !text.starts_with('0'));
    plain && text.parse::<u128>().is_ok_and(|value| value < 1 << 53)
}

/// Items 9 and 10 of SemVer; a number in a pre-release has no zero in front.
fn identifiers(text: &str, numbers_are_plain: bool) -> bool {
    text.split('.').all(|part| {
        let word = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let numeric = part.bytes().all(digit);
        word && !(numbers_are_plain && numeric && part.len() > 1 && part.starts_with('0'))
    })
}

/// SemVer 2.0.0 in at most 128 bytes.
pub(crate) fn version(text: &str) -> bool {
    let (rest, build) = text.split_once('+').map_or((text, None), |(rest, build)| (rest, Some(build)));
    let (core, pre) = rest.split_once('-').map_or((rest, None), |(core, pre)| (core, Some(pre)));
    text.len() <= 128
        && core.split('.').count() == 3
        && core.split('.').all(number)
        && pre.is_none_or(|pre| identifiers(pre, true))
        && build.is_none_or(|build| identifiers(build, false))
}

/// The leading number of a version that is not 0, and the zeros before it; `0.0.0` is a line, too.
pub(crate) fn line(text: &str) -> bool {
    match text.split('.').collect::<Vec<_>>().as_slice() {
        [major] => number(major) && *major != "0",
        ["0", minor] => number(minor) && *minor != "0",
        ["0", "0", patch] => number(patch),
        _ => false,
    }
}

/// 64 lower-case hexadecimal digits.
pub(crate) fn hex(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| b"0123456789abcdef".contains(&byte))
}

/// `sha256:` and the digits.
pub(crate) fn digest(text: &str) -> bool {
    text.split_once(':').is_some_and(|(algorithm, digits)| algorithm == "sha256" && hex(digits))
}

/// `{line}-{size}-{hex}`, of at most 5 TiB.
pub(crate) fn upload(text: &str) -> bool {
    match text.split('-').collect::<Vec<_>>().as_slice() {
        [of_line, size, digits] => {
            let size = number(size) && size.parse::<u64>().is_ok_and(|size| size <= 5 << 40);
            size && line(of_line) && hex(digits)
        }
        _ => false,
    }
}
