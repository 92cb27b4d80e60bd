//! RFC 8785 (JCS): one text, and so one digest, for equal JSON values.

use serde_json::Value;

use crate::digest::Digest;

/// The JCS bytes of a value.
pub fn bytes(value: &Value) -> Vec<u8> {
    // The only failure of the canonical writer is a float that JSON cannot hold, and `Value` holds none.
    serde_json_canonicalizer::to_vec(value).unwrap_or_default()
}

/// The SHA-256 digest of the JCS bytes of a value.
pub fn digest(value: &Value) -> Digest {
    Digest::of(&bytes(value))
}

/// A serialisable value as JSON; what cannot be written as JSON becomes null.
pub fn value_of(serialisable: &impl serde::Serialize) -> Value {
    serde_json::to_value(serialisable).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_by_utf16_and_numbers_are_shortest() {
        // The example of RFC 8785, section 3.2.3, in short.
        let value = serde_json::json!({"\u{20ac}": 1, "\r": 2, "1": 3.0, "a": 1e21});
        assert_eq!(String::from_utf8(bytes(&value)).unwrap(), "{\"\\r\":2,\"1\":3,\"a\":1e+21,\"\u{20ac}\":1}");
    }

    #[test]
    fn a_number_that_is_read_again_has_the_same_text() {
        // Numbers that a fast parser gets wrong in the last digit.
        for text in ["0.30000000000000004", "2.2250738585072014e-308", "31.245270191439438", "121.48791951161945"] {
            let value: Value = serde_json::from_str(text).unwrap();
            assert_eq!(String::from_utf8(bytes(&value)).unwrap(), text);
        }
    }
}
