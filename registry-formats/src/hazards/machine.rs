//! What one pickle would do, without doing it: its opcodes are walked, and of its stack only kinds and short texts are
//! kept.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::content::Tape;
use super::opcodes::{self, Argument, Effect, Text, opcode};

/// The longest text that is kept.
const KEPT: usize = 256;
/// The most values on the stack, and in the memo. More than any pickle has that a person wrote out; a larger one is
/// followed without them.
const MOST_VALUES: usize = 1 << 18;
/// The most imports that are listed.
pub(super) const MOST_IMPORTS: usize = 32;

/// A value on the stack.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Item {
    Mark,
    Text(Rc<str>),
    Import,
    Other,
}

/// How a pickle ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// With its STOP.
    Stop,
    /// With the data.
    Data,
    /// With a byte that is no opcode, or an argument that is none.
    Nonsense,
    /// It is longer than what is followed.
    TooLong,
}

/// What is known of one pickle.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that was seen, and any may be seen with any other"
)]
pub(super) struct Walk {
    pub(super) end: End,
    /// It began with the opcode PROTO.
    pub(super) has_header: bool,
    /// An opcode took what was not on the stack: from there on it would not run.
    pub(super) is_broken: bool,
    /// What it imports, while it would run and after.
    pub(super) imports: BTreeSet<String>,
    /// It calls what it imported, while it would run.
    pub(super) calls: bool,
    /// It takes objects from the registry of extensions.
    pub(super) has_extension: bool,
    /// Opcodes after the first import of a module that there is, while it would run.
    pub(super) after_known: Option<u64>,
    /// Whether it imports from a module that there is, whether it would run or not.
    pub(super) imports_known: bool,
    pub(super) opcodes: u64,
    /// What the numbers that stand as bytes are.
    pub(super) numbers: Numbers,
}

/// The numbers of a pickle that stand as bytes, as lengths and small integers do since protocol 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    /// There are none: protocol 0 writes them in digits.
    Digits,
    /// All of them are printable, as they are where text reads as a pickle.
    Printable,
    /// Some are not.
    Bytes,
}

/// Modules that come with Python or with the usual packages: text that looks like an import seldom names one.
const KNOWN: &[&str] = &[
    "__builtin__",
    "__builtins__",
    "_codecs",
    "_io",
    "_pickle",
    "aiohttp",
    "ast",
    "asyncio",
    "bdb",
    "builtins",
    "cProfile",
    "cloudpickle",
    "code",
    "codecs",
    "codeop",
    "collections",
    "commands",
    "copy_reg",
    "copyreg",
    "ctypes",
    "dill",
    "dis",
    "distutils",
    "doctest",
    "ensurepip",
    "functools",
    "httplib",
    "idlelib",
    "imaplib",
    "imp",
    "importlib",
    "inspect",
    "io",
    "itertools",
    "joblib",
    "lib2to3",
    "linecache",
    "logging",
    "marshal",
    "multiprocessing",
    "nt",
    "ntpath",
    "numpy",
    "operator",
    "os",
    "pandas",
    "pathlib",
    "pdb",
    "pickle",
    "pip",
    "pkgutil",
    "platform",
    "posix",
    "posixpath",
    "profile",
    "pty",
    "pydoc",
    "requests",
    "runpy",
    "scipy",
    "shutil",
    "signal",
    "site",
    "sklearn",
    "smtplib",
    "socket",
    "sqlite3",
    "ssl",
    "subprocess",
    "sys",
    "tempfile",
    "tensorflow",
    "test",
    "threading",
    "timeit",
    "torch",
    "trace",
    "types",
    "urllib",
    "urllib2",
    "uuid",
    "venv",
    "webbrowser",
    "xmlrpc",
    "zipimport",
];

/// How many opcodes are followed where there is no header and nothing would run: text may hold many bytes that are opcodes.
const MOST_BROKEN: u64 = 1 << 20;

/// The walk itself.
struct Machine {
    stack: Vec<Item>,
    /// What was put; texts and imports matter, of the rest only that it is there.
    memo: HashMap<u64, Item>,
    memo_is_partial: bool,
    walk: Walk,
}

/// Walks one pickle from where the tape stands, over `limit` opcodes at most.
pub(super) fn walk(tape: &mut Tape<'_>, limit: u64) -> Walk {
    let walk = Walk {
        end: End::Data,
        has_header: false,
        is_broken: false,
        imports: BTreeSet::new(),
        calls: false,
        has_extension: false,
        after_known: None,
        imports_known: false,
        opcodes: 0,
        numbers: Numbers::Digits,
    };
    let mut machine = Machine { stack: Vec::new(), memo: HashMap::new(), memo_is_partial: false, walk };
    machine.walk.end = loop {
        if machine.walk.opcodes >= limit {
            break End::TooLong;
        }
        if machine.walk.is_broken && !machine.walk.has_header && machine.walk.opcodes > MOST_BROKEN {
            break End::Nonsense;
        }
        let Some(byte) = tape.byte() else { break End::Data };
        if byte == opcodes::STOP {
            machine.walk.opcodes += 1;
            machine.walk.is_broken |= !matches!(machine.stack.last(), Some(item) if *item != Item::Mark);
            break End::Stop;
        }
        if machine.step(byte, tape).is_none() {
            break if tape.is_at_end() { End::Data } else { End::Nonsense };
        }
    };
    machine.walk
}

impl Machine {
    /// One opcode; none when it is none, or its argument is not what it should be.
    fn step(&mut self, byte: u8, tape: &mut Tape<'_>) -> Option<()> {
        let (argument, effect) = opcode(byte)?;
        let first = self.walk.opcodes == 0;
        let read = read_argument(argument, tape)?;
        if byte == opcodes::PROTO {
            (read.number <= 5).then_some(())?;
            self.walk.has_header |= first;
        }
        self.walk.opcodes += 1;
        self.note(argument, read.number);
        if let Some(after) = self.walk.after_known.as_mut().filter(|_| !self.walk.is_broken) {
            *after += 1;
        }
        self.walk.has_extension |= opcodes::EXT.contains(&byte);
        self.import(byte, &read)?;
        self.apply(byte, effect, read);
        Some(())
    }

    /// Notes whether a number that stands as bytes could be text.
    fn note(&mut self, argument: Argument, number: u64) {
        let (Argument::Fixed(length) | Argument::Counted(length)) = argument else { return };
        let is_printable = |byte: &u8| matches!(byte, b' '..=b'~' | b'\t' | b'\n' | b'\r');
        let bytes = number.to_le_bytes();
        let printable = bytes.get(..length).is_some_and(|bytes| bytes.iter().all(is_printable));
        self.walk.numbers = match self.walk.numbers {
            Numbers::Bytes => Numbers::Bytes,
            _ if printable => Numbers::Printable,
            _ => Numbers::Bytes,
        };
    }

    /// Keeps what is imported. Without a header it must look like a name, as text could be anything.
    fn import(&mut self, byte: u8, read: &Read) -> Option<()> {
        let (module, name) = match byte {
            opcodes::GLOBAL | opcodes::INST => (read.text.clone(), read.name.clone()),
            opcodes::STACK_GLOBAL => {
                let mut texts = self.stack.iter().rev().map(|item| match item {
                    Item::Text(text) => text.to_string(),
                    _ => "?".to_owned(),
                });
                let name = texts.next().unwrap_or_else(|| "?".to_owned());
                (texts.next().unwrap_or_else(|| "?".to_owned()), name)
            }
            _ => return Some(()),
        };
        // Python imports no module with an empty part.
        let plausible = |text: &str| text.split('.').all(|part| !part.is_empty()) && text.chars().all(is_of_a_name);
        if byte != opcodes::STACK_GLOBAL {
            let printable = |text: &str| !text.chars().any(|c| c.is_control() || c == '\u{fffd}');
            let fits = if self.walk.has_header {
                printable(&module) && printable(&name)
            } else {
                plausible(&module) && plausible(&name)
            };
            fits.then_some(())?;
        }
        let known = module.split('.').next().is_some_and(|root| KNOWN.contains(&root));
        self.walk.imports_known |= known;
        if known && !self.walk.is_broken {
            self.walk.after_known.get_or_insert(0);
        }
        if self.walk.imports.len() < MOST_IMPORTS {
            self.walk.imports.insert(super::shown(&format!("{module}.{name}")));
        }
        Some(())
    }

    fn apply(&mut self, byte: u8, effect: Effect, read: Read) {
        if self.walk.is_broken {
            return;
        }
        if self.take(effect).is_none() {
            self.walk.is_broken = true;
            return;
        }
        self.walk.calls |= effect.calls;
        if byte == opcodes::MARK {
            self.push(Item::Mark);
        } else if opcodes::PUTS.contains(&byte) {
            self.put(read.number);
        } else if byte == opcodes::MEMOIZE {
            self.put(u64::try_from(self.memo.len()).unwrap_or(u64::MAX));
        } else if opcodes::GETS.contains(&byte) {
            match self.memo.get(&read.number).cloned() {
                Some(item) => self.push(item),
                None if self.memo_is_partial => self.push(Item::Other),
                None => self.walk.is_broken = true,
            }
        } else if byte == opcodes::DUP {
            let top = self.stack.last().cloned().unwrap_or(Item::Other);
            self.push(top);
        } else if effect.pushes {
            self.push(pushed(byte, read));
        }
    }

    fn take(&mut self, effect: Effect) -> Option<()> {
        let mut keep = self.stack.len();
        if effect.to_mark {
            keep = self.stack.iter().rposition(|item| *item == Item::Mark)?;
            (self.stack.len() - keep > effect.above).then_some(())?;
        }
        let above_mark = keep.checked_sub(effect.pops)?;
        let below = above_mark.checked_sub(effect.needs)?;
        let region = self.stack.get(below..keep)?;
        // A mark may be popped by POP alone.
        if region.contains(&Item::Mark) && !(effect.pops == 1 && effect.needs == 0 && !effect.pushes) {
            return None;
        }
        self.stack.truncate(above_mark);
        Some(())
    }

    fn push(&mut self, item: Item) {
        if self.stack.len() >= MOST_VALUES {
            // What is imported is still listed; that it would run is taken for granted.
            self.stack.drain(..MOST_VALUES / 2);
        }
        self.stack.push(item);
    }

    fn put(&mut self, key: u64) {
        if self.memo.len() >= MOST_VALUES {
            self.memo_is_partial = true;
            self.memo.clear();
        }
        let top = self.stack.last().cloned().unwrap_or(Item::Other);
        self.memo.insert(key, top);
    }
}

fn pushed(byte: u8, read: Read) -> Item {
    if opcodes::TEXTS.contains(&byte) {
        Item::Text(read.text.into())
    } else if matches!(byte, opcodes::GLOBAL | opcodes::STACK_GLOBAL) {
        Item::Import
    } else {
        Item::Other
    }
}

/// What was read behind an opcode.
#[derive(Debug, Default)]
struct Read {
    number: u64,
    text: String,
    name: String,
}

fn read_argument(argument: Argument, tape: &mut Tape<'_>) -> Option<Read> {
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Some(match argument {
        Argument::Nothing => Read::default(),
        Argument::Fixed(length) => Read { number: tape.number(length)?, ..Read::default() },
        Argument::Counted(length) => {
            let size = tape.number(length)?;
            Read { number: size, text: text(tape.stretch(size, KEPT)?), ..Read::default() }
        }
        Argument::Line(kind) => {
            let line = text(tape.line(KEPT)?);
            let number = line_value(kind, &line)?;
            let text = if kind == Text::Quoted { unquoted(&line)?.to_owned() } else { line };
            Read { number, text, ..Read::default() }
        }
        Argument::Pair => Read { text: text(tape.line(KEPT)?), name: text(tape.line(KEPT)?), ..Read::default() },
    })
}

/// The value of a line where it is a whole number that fits; none where the line is not what it should be.
fn line_value(kind: Text, line: &str) -> Option<u64> {
    let line = line.trim_ascii();
    match kind {
        Text::Integer => {
            let digits = line.strip_suffix('L').unwrap_or(line);
            let digits = digits.strip_prefix(['-', '+']).unwrap_or(digits);
            let fits = !digits.is_empty()
                && digits.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b'_' | b'x'));
            let starts = digits.starts_with(|first: char| first.is_ascii_digit());
            (fits && starts).then(|| digits.parse().unwrap_or(u64::MAX))
        }
        Text::Float => line.parse::<f64>().ok().map(|_| 0),
        Text::Quoted | Text::Any => Some(0),
    }
}

fn unquoted(line: &str) -> Option<&str> {
    let line = line.trim_ascii();
    // Of a long line only the start was kept, so its end is not asked for.
    let cut = line.len() >= KEPT - 4;
    ['\'', '"'].into_iter().find_map(|quote| {
        let rest = line.strip_prefix(quote)?;
        rest.strip_suffix(quote).or(cut.then_some(rest))
    })
}

fn is_of_a_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '<' | '>')
}
