//! The opcodes of pickles, protocols 0 to 5: what argument each has and what it does to the stack. Source: `pickletools`
//! of the Python standard library.

/// The argument behind an opcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Argument {
    /// None.
    Nothing,
    /// So many bytes.
    Fixed(usize),
    /// So many bytes of a length, then that many bytes of data.
    Counted(usize),
    /// A line of text.
    Line(Text),
    /// Two lines: a module and a name in it.
    Pair,
}

/// What the text of a line must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Text {
    /// A number that has no point.
    Integer,
    /// A number.
    Float,
    /// A string in quotes.
    Quoted,
    /// Anything.
    Any,
}

/// What an opcode does to the stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Effect {
    /// Takes everything down to the last mark.
    pub(super) to_mark: bool,
    /// Needs so many above that mark.
    pub(super) above: usize,
    /// Takes so many beside.
    pub(super) pops: usize,
    /// Needs so many below what it takes.
    pub(super) needs: usize,
    /// Puts a value.
    pub(super) pushes: bool,
    /// Calls what the pickle has imported.
    pub(super) calls: bool,
}

const fn effect(pops: usize, needs: usize, pushes: bool) -> Effect {
    Effect { to_mark: false, above: 0, pops, needs, pushes, calls: false }
}

const fn marked(needs: usize, pushes: bool) -> Effect {
    Effect { to_mark: true, above: 0, pops: 0, needs, pushes, calls: false }
}

const fn call(effect: Effect) -> Effect {
    Effect { calls: true, ..effect }
}

const PUSH: Effect = effect(0, 0, true);

pub(super) const MARK: u8 = b'(';
pub(super) const STOP: u8 = b'.';
pub(super) const DUP: u8 = b'2';
pub(super) const POP: u8 = b'0';
pub(super) const GLOBAL: u8 = b'c';
pub(super) const INST: u8 = b'i';
pub(super) const PROTO: u8 = 0x80;
pub(super) const STACK_GLOBAL: u8 = 0x93;
pub(super) const MEMOIZE: u8 = 0x94;
pub(super) const EXT: [u8; 3] = [0x82, 0x83, 0x84];
/// `PUT`, `BINPUT`, `LONG_BINPUT`.
pub(super) const PUTS: [u8; 3] = [b'p', b'q', b'r'];
/// `GET`, `BINGET`, `LONG_BINGET`.
pub(super) const GETS: [u8; 3] = [b'g', b'h', b'j'];
/// The opcodes that push text.
pub(super) const TEXTS: [u8; 8] = [b'S', b'T', b'U', b'V', b'X', 0x8c, 0x8d, b'C'];

/// The argument and the effect of an opcode; none for a byte that is no opcode.
pub(super) fn opcode(byte: u8) -> Option<(Argument, Effect)> {
    use Argument::{Counted, Fixed, Line, Nothing, Pair};
    let keeps = effect(0, 1, false);
    Some(match byte {
        MARK | STOP => (Nothing, effect(0, 0, false)),
        POP => (Nothing, effect(1, 0, false)),
        b'1' => (Nothing, marked(0, false)),
        DUP => (Nothing, effect(0, 1, true)),
        b'N' | b']' | b'}' | b')' | 0x88 | 0x89 | 0x8f | 0x97 => (Nothing, PUSH),
        b'I' | b'L' => (Line(Text::Integer), PUSH),
        b'F' => (Line(Text::Float), PUSH),
        b'S' => (Line(Text::Quoted), PUSH),
        b'V' | b'P' => (Line(Text::Any), PUSH),
        b'K' | 0x82 => (Fixed(1), PUSH),
        b'M' | 0x83 => (Fixed(2), PUSH),
        b'J' | 0x84 => (Fixed(4), PUSH),
        b'G' => (Fixed(8), PUSH),
        b'U' | b'C' | 0x8a | 0x8c => (Counted(1), PUSH),
        b'T' | b'X' | b'B' | 0x8b => (Counted(4), PUSH),
        0x8d | 0x8e | 0x96 => (Counted(8), PUSH),
        GLOBAL => (Pair, PUSH),
        INST => (Pair, call(marked(0, true))),
        b'p' => (Line(Text::Integer), keeps),
        b'q' => (Fixed(1), keeps),
        b'r' => (Fixed(4), keeps),
        b'g' => (Line(Text::Integer), PUSH),
        b'h' => (Fixed(1), PUSH),
        b'j' => (Fixed(4), PUSH),
        b'Q' | 0x85 => (Nothing, effect(1, 0, true)),
        b'R' | 0x81 => (Nothing, call(effect(2, 0, true))),
        b'a' => (Nothing, effect(1, 1, false)),
        b'b' => (Nothing, call(effect(1, 1, false))),
        b's' => (Nothing, effect(2, 1, false)),
        b'd' | b'l' | b't' | 0x91 => (Nothing, marked(0, true)),
        // The class stands right above the mark.
        b'o' => (Nothing, Effect { above: 1, ..call(marked(0, true)) }),
        b'e' | b'u' | 0x90 => (Nothing, marked(1, false)),
        PROTO => (Fixed(1), effect(0, 0, false)),
        0x86 | STACK_GLOBAL => (Nothing, effect(2, 0, true)),
        0x87 => (Nothing, effect(3, 0, true)),
        0x92 => (Nothing, call(effect(3, 0, true))),
        MEMOIZE | 0x98 => (Nothing, keeps),
        0x95 => (Fixed(8), effect(0, 0, false)),
        _ => return None,
    })
}
