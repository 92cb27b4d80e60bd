//! What the server takes at a time, and from whom: the settings, under the same names as flags, in the environment, and in
//! the table `limits` of the file.

use std::num::NonZeroUsize;
use std::str::FromStr;
use std::time::Duration;

use clap::Args;
use serde::Deserialize;

/// Connections that are open at the same time.
const CONNECTIONS: usize = 4096;
/// Requests that are at work at the same time.
const REQUESTS: usize = 512;
/// Uploads and downloads under way at the same time.
const TRANSFERS: usize = 1024;
/// Requests a second of each principal, where others than this machine can ask.
const READS: u32 = 500;
const WRITES: u32 = 100;
/// Failed authentications a second from each address.
const FAILURES: u32 = 10;
/// The bytes a second below which a client is too slow.
const TRANSFER_RATE: Bytes = Bytes(16 << 10);
/// The space below which nothing new is stored.
const FREE_SPACE: Bytes = Bytes(1 << 30);

/// The flags.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Limits (in the file: table `limits`)")]
pub(super) struct LimitArguments {
    /// How many connections may be open; others wait to be accepted [default: 4096]
    #[arg(long, value_name = "NUMBER", env = "REGISTRY_MAX_CONNECTIONS")]
    max_connections: Option<NonZeroUsize>,
    /// How many requests may be at work, transfers apart; others are answered 503 at once [default: 512]
    #[arg(long, value_name = "NUMBER", env = "REGISTRY_MAX_REQUESTS")]
    max_requests: Option<NonZeroUsize>,
    /// How many uploads and downloads may go through the server; others are answered 503 at once [default: 1024]
    #[arg(long, value_name = "NUMBER", env = "REGISTRY_MAX_TRANSFERS")]
    max_transfers: Option<NonZeroUsize>,
    /// Reads a second of each principal, and ten times as many at once; 0 is no limit [default: 500; none on loopback]
    #[arg(long, value_name = "NUMBER", env = "REGISTRY_RATE_LIMIT_READS")]
    rate_limit_reads: Option<u32>,
    /// Writes a second of each principal, and ten times as many at once; 0 is no limit [default: 100; none on loopback]
    #[arg(long, value_name = "NUMBER", env = "REGISTRY_RATE_LIMIT_WRITES")]
    rate_limit_writes: Option<u32>,
    /// Refused tokens a second from each address, and sixty times as many at once; 0 is no limit [default: 10; none behind a
    /// proxy, whose address is everybody's]
    #[arg(long, value_name = "NUMBER", env = "REGISTRY_RATE_LIMIT_FAILURES")]
    rate_limit_failures: Option<u32>,
    /// The bytes a second that a client must send or take, on average, while the server waits for it; 0 is no limit
    /// [default: 16KiB]
    #[arg(long, value_name = "BYTES", env = "REGISTRY_MIN_TRANSFER_RATE")]
    min_transfer_rate: Option<Bytes>,
    /// The space that uploads and publishes leave free on the disks of the data and the blobs [default: 1GiB]
    #[arg(long, value_name = "BYTES", env = "REGISTRY_MIN_FREE_SPACE")]
    min_free_space: Option<Bytes>,
}

/// The table of the file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct LimitTable {
    max_connections: Option<NonZeroUsize>,
    max_requests: Option<NonZeroUsize>,
    max_transfers: Option<NonZeroUsize>,
    rate_limit_reads: Option<u32>,
    rate_limit_writes: Option<u32>,
    rate_limit_failures: Option<u32>,
    min_transfer_rate: Option<Bytes>,
    min_free_space: Option<Bytes>,
}

/// What the server takes at a time, and from whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Connections that are open at the same time.
    pub max_connections: usize,
    /// Requests that are at work at the same time, transfers apart.
    pub max_requests: usize,
    /// Uploads and downloads through the server at the same time.
    pub max_transfers: usize,
    /// Reads a second of each principal; 0 is no limit, and none is the default of where the server listens.
    pub reads: Option<u32>,
    /// Writes a second of each principal; like `reads`.
    pub writes: Option<u32>,
    /// Failed authentications a second from each address; like `reads`.
    pub failures: Option<u32>,
    /// How long slow clients are waited for.
    pub patience: Patience,
    /// The bytes that stay free on the disks of the data and the blobs.
    pub min_free_space: u64,
}

/// How long slow clients are waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For the head of a request, from its first byte to its end.
    pub head: Duration,
    /// For the next request on a connection.
    pub keep_alive: Duration,
    /// For a body that does not come at all, at its beginning. What does come buys more time, up to `silence`.
    pub body: Duration,
    /// For a body that stops coming, and for a client that stops reading its answer.
    pub silence: Duration,
    /// The bytes that buy one second; 0 waits for ever.
    pub bytes_per_second: u64,
}

impl Limits {
    /// Reads, writes and failures a second, 0 where there is no limit. `private` says that only this machine can ask.
    pub(crate) fn rates(&self, private: bool, behind_proxy: bool) -> [u32; 3] {
        let of_others = |rate: Option<u32>, default| rate.unwrap_or(if private { 0 } else { default });
        let failures = if behind_proxy { 0 } else { FAILURES };
        [of_others(self.reads, READS), of_others(self.writes, WRITES), self.failures.unwrap_or(failures)]
    }

    pub(super) fn of(flags: &LimitArguments, table: &LimitTable) -> Self {
        let count = |flag: Option<NonZeroUsize>, entry: Option<NonZeroUsize>, default| {
            flag.or(entry).map_or(default, NonZeroUsize::get)
        };
        let rate = flags.min_transfer_rate.or(table.min_transfer_rate).unwrap_or(TRANSFER_RATE);
        Self {
            max_connections: count(flags.max_connections, table.max_connections, CONNECTIONS),
            max_requests: count(flags.max_requests, table.max_requests, REQUESTS),
            max_transfers: count(flags.max_transfers, table.max_transfers, TRANSFERS),
            reads: flags.rate_limit_reads.or(table.rate_limit_reads),
            writes: flags.rate_limit_writes.or(table.rate_limit_writes),
            failures: flags.rate_limit_failures.or(table.rate_limit_failures),
            patience: Patience { bytes_per_second: rate.0, ..Patience::default() },
            min_free_space: flags.min_free_space.or(table.min_free_space).unwrap_or(FREE_SPACE).0,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::of(&LimitArguments::default(), &LimitTable::default())
    }
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            keep_alive: Duration::from_secs(30),
            body: Duration::from_secs(10),
            silence: Duration::from_mins(1),
            bytes_per_second: TRANSFER_RATE.0,
        }
    }
}

/// A number of bytes: `16384`, `16KiB`, `1GiB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Spelled")]
struct Bytes(u64);

/// As the file may write it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Spelled {
    Number(u64),
    Text(String),
}

impl TryFrom<Spelled> for Bytes {
    type Error = String;

    fn try_from(spelled: Spelled) -> Result<Self, String> {
        match spelled {
            Spelled::Number(bytes) => Ok(Self(bytes)),
            Spelled::Text(text) => text.parse(),
        }
    }
}

impl FromStr for Bytes {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let (digits, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
        let shift = match unit.trim() {
            "" | "B" => Some(0),
            "KiB" => Some(10),
            "MiB" => Some(20),
            "GiB" => Some(30),
            "TiB" => Some(40),
            _ => None,
        };
        let bytes = shift.and_then(|shift| digits.parse::<u64>().ok()?.checked_mul(1 << shift));
        bytes.map(Self).ok_or_else(|| format!("`{text}` is no number of bytes; write `1073741824` or `1GiB`"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_have_units_of_two() {
        for (text, bytes) in [("0", 0), ("16384", 16 << 10), ("16KiB", 16 << 10), ("3 MiB", 3 << 20), ("1GiB", 1 << 30)]
        {
            assert_eq!(text.parse(), Ok(Bytes(bytes)), "{text}");
        }
        for text in ["", "KiB", "-1", "1 GB", "1.5GiB", "99999999999999TiB"] {
            assert!(text.parse::<Bytes>().unwrap_err().contains("1GiB"), "{text}");
        }
    }

    #[test]
    fn the_table_has_the_names_of_the_flags() {
        let table: LimitTable =
            toml::from_str("max-requests = 7\nmin-free-space = \"2KiB\"\nmin-transfer-rate = 0").unwrap();
        let limits = Limits::of(&LimitArguments::default(), &table);
        assert_eq!((limits.max_requests, limits.min_free_space, limits.patience.bytes_per_second), (7, 2048, 0));
        assert!(toml::from_str::<LimitTable>("max-request = 7").is_err());
    }

    #[test]
    fn this_machine_alone_has_no_rates_unless_they_are_set() {
        let limits = Limits::default();
        assert_eq!(limits.rates(true, false), [0, 0, 10]);
        assert_eq!(limits.rates(false, false), [500, 100, 10]);
        assert_eq!(limits.rates(false, true), [500, 100, 0]);
        assert_eq!(Limits { reads: Some(3), ..limits }.rates(true, false), [3, 0, 10]);
    }
}
