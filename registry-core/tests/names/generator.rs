//! Texts that may be names: good ones, good ones with slips, and everything that has ever led a path astray. The tests of
//! other crates take this file as it is.

/// One of each kind, several spellings: what is changed a little is still almost one.
const GOOD: &[&str] = &[
    "acme",
    "fraud-v2",
    "bert.base_uncased",
    "a",
    "0",
    "production",
    "prod-",
    "vnext",
    "latest",
    "x",
    "1.2.3",
    "0.0.1-rc.1+cu12",
    "9007199254740991.0.0",
    "1.0.0-alpha-.0a.10",
    "1",
    "0.3",
    "0.0.7",
    "model.onnx",
    "onnx/model.onnx",
    "a b/ü…/模型.bin",
    ".gitattributes",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "0.3-0-e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1-5497558138880-e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "acme/fraud/lines/0.3/sha256/e3/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "acme/fraud/lines/2/sha256/9f/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
];

/// What changes the meaning of a path, a URL or a name somewhere.
const FRAGMENTS: &[&str] = &[
    ".",
    "..",
    "...",
    "/",
    "//",
    "/../",
    "/./",
    "\\",
    "\\..\\",
    "%2e",
    "%2E%2E",
    "%252e%252e",
    "%2f",
    "%252F",
    "%5c",
    "%00",
    "\0",
    "%",
    "%zz",
    "#",
    "?",
    ";",
    "&",
    "=",
    "+",
    "@",
    "~",
    ":",
    "*",
    "|",
    "<",
    ">",
    "\"",
    "'",
    "`",
    "$(x)",
    " ",
    "\t",
    "\r\n",
    "\u{1b}[2J",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200e}",
    "\u{202e}",
    "\u{2028}",
    "\u{2066}",
    "\u{feff}",
    "\u{61c}",
    "\u{ff0e}\u{ff0e}",
    "\u{ff0f}",
    "\u{2024}",
    "\u{2215}",
    "\u{e9}",
    "e\u{301}",
    "\u{212b}",
    "\u{1d7d9}",
    "\u{661}",
    "\u{430}",
    "\u{131}",
    "\u{212a}",
    "\u{10ffff}",
    "con",
    "CON",
    "nul.onnx",
    "NUL .txt",
    "com1",
    "Com9.a",
    "com0",
    "com10",
    "COM¹",
    "lpt3",
    "aux",
    "prn",
    "CONIN$",
    "conout$",
    "C:",
    "c:/",
    "file://",
    "http://a/",
    "-",
    "_",
    "a",
    "Z",
    "0",
    "00",
    "1",
    "v1",
    "v",
    "x",
    "X",
    "latest",
    "LATEST",
    "lines",
    "sha256",
    "sha256:",
    "sha512:",
    "1-",
    "-rc",
    "-0",
    "-01",
    "+b",
    ".0",
    ".01",
    "18446744073709551616",
    "9007199254740992",
    "staging",
    ".lock",
    "{}",
    "[]",
    "null",
    "ẞ",
    "ß",
    "ſ",
];

/// What names are made of, so that many of them are accepted.
const ALPHABETS: &[&str] = &["abcz09", "ab09._-", "ab0-", "019.", "01.-+a", "0123456789abcdef", "ab./ é", "aA%2eE."];

/// Numbers that are the same in every run: splitmix64, <https://prng.di.unimi.it/splitmix64.c>.
pub(crate) struct Texts {
    state: u64,
}

impl Texts {
    pub(crate) fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    fn number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.number() % end).unwrap_or_default()
    }

    fn of<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        let index = self.below(texts.len());
        texts.get(index).copied().unwrap_or_default()
    }

    fn any_character(&mut self) -> char {
        let limit = if self.below(2) == 0 { 0x180 } else { 0x11_0000 };
        u32::try_from(self.below(limit)).ok().and_then(char::from_u32).unwrap_or('\u{fffd}')
    }

    /// A part that repeats until it is about as long as something may be.
    fn long(&mut self) -> String {
        let bases = [62, 126, 253, 1022];
        let length = bases.get(self.below(bases.len())).copied().unwrap_or(62) + self.below(5);
        let part = self.of(&["a", "0", "é", "a/", "ab/", "1."]);
        let mut text = part.repeat(length / part.len());
        text.push_str(&"b".repeat(length.saturating_sub(text.len())));
        text
    }

    /// A text with one thing changed.
    fn slipped(&mut self, text: &str) -> String {
        let mut characters: Vec<String> = text.chars().map(String::from).collect();
        let at = self.below(characters.len() + 1);
        let fragment = self.of(FRAGMENTS).to_owned();
        match self.below(8) {
            0 | 1 => characters.insert(at, fragment),
            2 => {
                let character = self.any_character().to_string();
                characters.insert(at, character);
            }
            3 => drop(characters.drain(at..(at + 1).min(characters.len()))),
            4 => characters.truncate(at),
            5 => characters.get_mut(at).into_iter().for_each(|one| *one = one.to_uppercase()),
            6 => characters.get_mut(at).into_iter().for_each(|one| *one = percent_encoded(one)),
            _ => characters.get_mut(at).into_iter().for_each(|one| one.clone_from(&fragment)),
        }
        characters.concat()
    }
}

impl Iterator for Texts {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let text = match self.below(8) {
            0..=2 => {
                let good = self.of(GOOD).to_owned();
                (0..self.below(4)).fold(good, |text, _| self.slipped(&text))
            }
            3 => (0..=self.below(6)).map(|_| self.of(FRAGMENTS)).collect(),
            4 | 5 => {
                let alphabet: Vec<char> = self.of(ALPHABETS).chars().collect();
                let length = self.below(12);
                (0..length).filter_map(|_| alphabet.get(self.below(alphabet.len())).copied()).collect()
            }
            6 => (0..self.below(8)).map(|_| self.any_character()).collect(),
            // Long texts cost most, and short ones find more.
            _ if self.below(32) == 0 => self.long(),
            _ => {
                let (good, other) = (self.of(GOOD), self.of(GOOD));
                let between = self.of(&["/", ".", "-", "..", "/../", "%2f", "\\", "@", ""]);
                format!("{good}{between}{other}")
            }
        };
        Some(text)
    }
}

fn percent_encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02x}")).collect::<Vec<_>>().concat()
}
