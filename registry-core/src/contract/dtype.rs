//! Element types: one alphabet for every file format, and the lossless order on it.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! dtypes {
    ($($variant:ident = $name:literal: $doc:literal),+ $(,)?) => {
        /// The type of one element.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Dtype {
            $(#[doc = $doc] #[serde(rename = $name)] $variant,)+
        }

        impl Dtype {
            /// Every element type, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name as it stands in JSON.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }
    };
}

dtypes! {
    Bool = "bool": "True or false.",
    I2 = "i2": "Signed integer of 2 bits.",
    U2 = "u2": "Unsigned integer of 2 bits.",
    I4 = "i4": "Signed integer of 4 bits.",
    U4 = "u4": "Unsigned integer of 4 bits.",
    I8 = "i8": "Signed integer of 8 bits.",
    U8 = "u8": "Unsigned integer of 8 bits.",
    I16 = "i16": "Signed integer of 16 bits.",
    U16 = "u16": "Unsigned integer of 16 bits.",
    I32 = "i32": "Signed integer of 32 bits.",
    U32 = "u32": "Unsigned integer of 32 bits.",
    I64 = "i64": "Signed integer of 64 bits.",
    U64 = "u64": "Unsigned integer of 64 bits.",
    F4E2M1 = "f4e2m1": "Float of 4 bits.",
    F6E2M3 = "f6e2m3": "Float of 6 bits, 2 of them exponent.",
    F6E3M2 = "f6e3m2": "Float of 6 bits, 3 of them exponent.",
    F8E4M3Fn = "f8e4m3fn": "Float of 8 bits, 4 of them exponent, without infinities.",
    F8E4M3Fnuz = "f8e4m3fnuz": "As `f8e4m3fn`, without negative zero.",
    F8E5M2 = "f8e5m2": "Float of 8 bits, 5 of them exponent.",
    F8E5M2Fnuz = "f8e5m2fnuz": "As `f8e5m2`, without negative zero or infinities.",
    F8E8M0 = "f8e8m0": "Power of two in 8 bits, as scale factors use it.",
    F16 = "f16": "IEEE 754 half precision.",
    Bf16 = "bf16": "Float of 16 bits with the exponent of `f32`.",
    F32 = "f32": "IEEE 754 single precision.",
    F64 = "f64": "IEEE 754 double precision.",
    C64 = "c64": "Complex number of two `f32`.",
    C128 = "c128": "Complex number of two `f64`.",
    String = "string": "UTF-8 text.",
    Binary = "binary": "Bytes.",
    Datetime = "datetime": "A point in time.",
}

impl Dtype {
    /// Whether every value of this type is a value of `wider`, and `wider` has more: the strict lossless order.
    pub fn is_narrower_than(self, wider: Self) -> bool {
        use Dtype::{Bf16, F16, F32, F64, I8, I16, I32, I64, U8, U16, U32, U64};
        match self {
            I8 => matches!(wider, I16 | I32 | I64 | F16 | Bf16 | F32 | F64),
            I16 => matches!(wider, I32 | I64 | F32 | F64),
            I32 => matches!(wider, I64 | F64),
            U8 => matches!(wider, U16 | U32 | U64 | I16 | I32 | I64 | F16 | Bf16 | F32 | F64),
            U16 => matches!(wider, U32 | U64 | I32 | I64 | F32 | F64),
            U32 => matches!(wider, U64 | I64 | F64),
            F16 | Bf16 => matches!(wider, F32 | F64),
            F32 => wider == F64,
            _ => false,
        }
    }

    /// Whether JSON writes values of this type as decimal numbers that are rounded to its precision.
    pub fn is_float(self) -> bool {
        matches!(self, Self::F16 | Self::Bf16 | Self::F32 | Self::F64)
    }
}

impl fmt::Display for Dtype {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_strict_and_transitive() {
        for &a in Dtype::ALL {
            assert!(!a.is_narrower_than(a));
            for &b in Dtype::ALL {
                assert!(!(a.is_narrower_than(b) && b.is_narrower_than(a)), "{a} {b}");
                for &c in Dtype::ALL {
                    if a.is_narrower_than(b) && b.is_narrower_than(c) {
                        assert!(a.is_narrower_than(c), "{a} < {b} < {c}");
                    }
                }
            }
        }
    }

    #[test]
    fn sixty_four_bit_integers_do_not_fit_a_double() {
        assert!(!Dtype::I64.is_narrower_than(Dtype::F64));
        assert!(Dtype::I32.is_narrower_than(Dtype::F64));
        assert!(!Dtype::Bool.is_narrower_than(Dtype::U8));
    }
}
