//! Who may ask how much: rates of each principal, failed authentications of each address, and requests at work.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use actix_web::HttpRequest;
use actix_web::http::Method;
use governor::clock::{Clock as _, DefaultClock};
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use registry_core::name::PrincipalName;
use tokio::sync::Semaphore;

use crate::config::{Config, Patience};
use crate::service::access::{Authority, Refused};
use crate::service::{Code, Failure};

/// The bytes of the target of a request, and of its head.
const MAX_TARGET: usize = 8 << 10;
const MAX_HEAD: usize = 16 << 10;
/// How many seconds' worth of requests may come at once.
const BURST: u32 = 10;
/// And of failed authentications: whoever runs a list of tests with a bad token is no guesser.
const FAILURE_BURST: u32 = 60;
/// After how many questions a limiter forgets those who have not asked for a while.
const FORGET_EVERY: usize = 1024;
/// How many principals it takes to hold all places with bodies that do not come.
const PRINCIPALS: usize = 4;
/// How many addresses are counted; tokens are too long to be guessed from more of them, either.
const MAX_ADDRESSES: usize = 16 << 10;

/// What all requests share.
#[derive(Debug)]
pub(crate) struct Limits {
    reads: Rate<String>,
    writes: Rate<String>,
    failures: Failures,
    requests: Places,
    transfers: Places,
    bodies: Shares,
    /// Large bodies that are being understood: one for each processor, for each takes many times its size meanwhile.
    pub(super) large_bodies: Semaphore,
    /// How long slow clients are waited for.
    pub(crate) patience: Patience,
    /// Whether the server speaks TLS itself.
    pub(crate) is_tls: bool,
}

impl Limits {
    pub(crate) fn new(config: &Config) -> Self {
        let limits = &config.limits;
        let [reads, writes, failures] = limits.rates(config.is_private(), config.behind_proxy);
        Self {
            reads: Rate::new(reads, BURST),
            writes: Rate::new(writes, BURST),
            failures: Failures::new(failures),
            requests: Places::new(limits.max_requests),
            transfers: Places::new(limits.max_transfers),
            bodies: Shares::new(limits.max_requests.div_ceil(PRINCIPALS)),
            large_bodies: Semaphore::new(std::thread::available_parallelism().map_or(1, usize::from)),
            patience: limits.patience,
            is_tls: config.tls.is_some(),
        }
    }

    /// Finds a place for a request, unless its head is too large or too many are at work. Whoever looks after the server is
    /// always answered.
    pub(super) fn enter(&self, request: &HttpRequest) -> Result<Place, Failure> {
        check_head(request)?;
        let path = request.path();
        if matches!(path, "/healthz" | "/readyz" | "/metrics") {
            return Ok(Place(None));
        }
        let sends = *request.method() == Method::PUT && path.contains("/uploads/");
        let fetches = *request.method() == Method::GET && path.contains("/files/");
        let (places, what) =
            if sends || fetches { (&self.transfers, "uploads and downloads") } else { (&self.requests, "requests") };
        let detail = || format!("the server has its {} {what} under way; try again", places.most);
        places.enter().ok_or_else(|| Failure::new(Code::Busy, detail()))
    }

    /// Counts a body of a principal that is on its way, unless too many of them are: each holds a place among the requests.
    pub(super) fn wait_for_body(&self, principal: &PrincipalName) -> Result<Share, Failure> {
        let most = self.bodies.most;
        let detail = || format!("{most} requests of `{principal}` wait for their bodies; send those, then try again");
        self.bodies.take(principal).ok_or_else(|| Failure::new(Code::Busy, detail()))
    }

    /// Lets somebody with a token in, and counts: a token that opens nothing against the address, every other request
    /// against whoever is known.
    pub(super) async fn admitted(
        &self,
        request: &HttpRequest,
        admit: impl Future<Output = Result<Authority, Refused>>,
    ) -> Result<Authority, Refused> {
        let address = request.peer_addr().map(|peer| network(peer.ip()));
        if let Some(address) = address {
            let refused = "requests with refused tokens from this address";
            self.failures.check(address).map_err(|wait| too_many(refused, wait))?;
        }
        let found = admit.await;
        match (&found, address) {
            (Ok(authority), _) => self.count(request.method(), authority.principal.as_str())?,
            (Err(Refused { authority: Some(authority), .. }), _) => {
                self.count(request.method(), authority.principal.as_str())?;
            }
            (Err(Refused { failure, .. }), Some(address)) if failure.code == Code::Unauthenticated => {
                self.failures.note(address);
            }
            (Err(_), _) => {}
        }
        found
    }

    /// Counts a request of a principal.
    fn count(&self, method: &Method, principal: &str) -> Result<(), Failure> {
        let is_read = matches!(*method, Method::GET | Method::HEAD);
        let (rate, what) = if is_read { (&self.reads, "reads") } else { (&self.writes, "writes") };
        rate.take(&principal.to_owned()).map_err(|wait| too_many(&format!("{what} of `{principal}`"), wait))
    }
}

fn check_head(request: &HttpRequest) -> Result<(), Failure> {
    let target = request.uri().path_and_query().map_or(0, |target| target.as_str().len());
    if target > MAX_TARGET {
        let detail = format!("the address has {target} bytes with its query; it may have {MAX_TARGET}");
        return Err(Failure::new(Code::AddressTooLong, detail));
    }
    let fields = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + ": \r\n".len());
    let head = target + fields.sum::<usize>();
    if head > MAX_HEAD {
        let detail = format!("the head of the request has {head} bytes; it may have {MAX_HEAD}");
        return Err(Failure::new(Code::HeadTooLarge, detail));
    }
    Ok(())
}

fn too_many(what: &str, wait: Duration) -> Failure {
    let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    let detail = format!("too many {what}; wait {seconds} s, then go on more slowly");
    Failure::new(Code::RateLimited, detail).with_detail("retry_after_seconds", seconds.max(1))
}

/// The network that an address is counted with: whoever has one address of IPv6 has 2^64 of them.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// So many a second of each key; none is no limit.
struct Rate<K: Hash + Eq + Clone> {
    limiter: Option<RateLimiter<K, HashMapStateStore<K>, DefaultClock>>,
    asked: AtomicUsize,
}

impl<K: Hash + Eq + Clone> Rate<K> {
    /// `most` a second, and as many at once as come in `burst` seconds; 0 is no limit.
    fn new(most: u32, burst: u32) -> Self {
        let quota = NonZeroU32::new(most).map(|most| {
            let burst = NonZeroU32::new(most.get().saturating_mul(burst)).unwrap_or(most);
            Quota::per_second(most).allow_burst(burst)
        });
        Self { limiter: quota.map(RateLimiter::hashmap), asked: AtomicUsize::new(0) }
    }

    /// Counts a request of a key, or says how long it must wait.
    fn take(&self, key: &K) -> Result<(), Duration> {
        let Some(limiter) = &self.limiter else { return Ok(()) };
        if self.asked.fetch_add(1, Ordering::Relaxed) % FORGET_EVERY == FORGET_EVERY - 1 {
            // Whoever could ask as much as a stranger need not be remembered.
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
        limiter.check_key(key).map_err(|not_until| not_until.wait_time_from(limiter.clock().now()))
    }

    fn keys(&self) -> usize {
        self.limiter.as_ref().map_or(0, RateLimiter::len)
    }
}

impl<K: Hash + Eq + Clone> fmt::Debug for Rate<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rate").field("keys", &self.keys()).finish_non_exhaustive()
    }
}

/// Failed authentications. Who has had too many is not even asked for a while: else the right one among many guesses would
/// still be found.
#[derive(Debug)]
struct Failures {
    rate: Rate<IpAddr>,
    barred: Mutex<HashMap<IpAddr, Instant>>,
}

impl Failures {
    fn new(most: u32) -> Self {
        Self { rate: Rate::new(most, FAILURE_BURST), barred: Mutex::default() }
    }

    /// Whether an address may try, or how long it must wait.
    fn check(&self, address: IpAddr) -> Result<(), Duration> {
        let until = self.barred().get(&address).copied();
        let wait = until.and_then(|until| until.checked_duration_since(Instant::now()));
        wait.filter(|wait| !wait.is_zero()).map_or(Ok(()), Err)
    }

    /// Counts a failure.
    fn note(&self, address: IpAddr) {
        if self.rate.keys() >= MAX_ADDRESSES && self.barred().get(&address).is_none() {
            return;
        }
        if let Err(wait) = self.rate.take(&address) {
            let (mut barred, now) = (self.barred(), Instant::now());
            barred.retain(|_, until| *until > now);
            barred.insert(address, now + wait);
        }
    }

    fn barred(&self) -> MutexGuard<'_, HashMap<IpAddr, Instant>> {
        self.barred.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// So many requests at a time.
#[derive(Debug)]
struct Places {
    most: usize,
    taken: Arc<AtomicUsize>,
}

/// A place among the requests at work, until it is dropped.
#[derive(Debug)]
pub(super) struct Place(Option<Arc<AtomicUsize>>);

impl Places {
    fn new(most: usize) -> Self {
        Self { most, taken: Arc::default() }
    }

    fn enter(&self) -> Option<Place> {
        let place = Place(Some(Arc::clone(&self.taken)));
        let before = self.taken.fetch_add(1, Ordering::Relaxed);
        // A place that is one too many gives itself back.
        (before < self.most).then_some(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(taken) = &self.0 {
            taken.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

/// So many of something at a time for each principal.
#[derive(Debug)]
struct Shares {
    most: usize,
    taken: Taken,
}

type Taken = Arc<Mutex<HashMap<PrincipalName, usize>>>;

/// One of the share of a principal, until it is dropped.
#[derive(Debug)]
pub(super) struct Share {
    principal: PrincipalName,
    taken: Taken,
}

impl Shares {
    fn new(most: usize) -> Self {
        Self { most, taken: Arc::default() }
    }

    fn take(&self, principal: &PrincipalName) -> Option<Share> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let count = taken.entry(principal.clone()).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Share { principal: principal.clone(), taken: Arc::clone(&self.taken) })
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = taken.get_mut(&self.principal) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.principal);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_given_back() {
        let places = Places::new(2);
        let first = places.enter().unwrap();
        let _second = places.enter().unwrap();
        assert!(places.enter().is_none() && places.enter().is_none());
        drop(first);
        assert!(places.enter().is_some());
    }

    #[test]
    fn shares_are_of_each_and_are_given_back() {
        let shares = Shares::new(1);
        let [ada, bob] = ["ada", "bob"].map(|name| name.parse::<PrincipalName>().unwrap());
        let first = shares.take(&ada).unwrap();
        assert!(shares.take(&ada).is_none() && shares.take(&bob).is_some());
        drop(first);
        assert!(shares.take(&ada).is_some() && shares.taken.lock().unwrap().is_empty());
    }

    #[test]
    fn a_rate_takes_a_burst_and_then_says_how_long_to_wait() {
        let rate = Rate::new(2, 3);
        assert!((0..6).all(|_| rate.take(&"ada").is_ok()));
        let wait = rate.take(&"ada").unwrap_err();
        assert!(wait > Duration::ZERO && wait <= Duration::from_millis(500), "{wait:?}");
        assert_eq!(rate.take(&"bob"), Ok(()), "each has an account of its own");
        assert!((0..99).all(|_| Rate::new(0, 3).take(&"ada").is_ok()));
    }

    #[test]
    fn a_limiter_forgets_who_is_quiet() {
        let rate = Rate::new(u32::MAX, 1);
        (0..FORGET_EVERY * 3).for_each(|key| assert_eq!(rate.take(&key), Ok(())));
        assert!(rate.keys() <= FORGET_EVERY, "{rate:?}");
    }

    #[test]
    fn guessers_are_not_asked_for_a_while_and_others_are() {
        let [guesser, other] = [1, 2].map(|last| IpAddr::from([10, 0, 0, last]));
        let failures = Failures::new(1);
        for _ in 0..FAILURE_BURST {
            failures.note(guesser);
            assert_eq!(failures.check(guesser), Ok(()));
        }
        failures.note(guesser);
        assert!(failures.check(guesser).unwrap_err() <= Duration::from_secs(1));
        assert_eq!(failures.check(other), Ok(()));
    }

    #[test]
    fn neighbours_of_ipv6_are_one() {
        let network = |text: &str| network(text.parse().unwrap());
        assert_eq!(network("2001:db8::1"), network("2001:db8::ffff:1"));
        assert_ne!(network("2001:db8:0:1::1"), network("2001:db8::1"));
        assert_eq!(network("::ffff:10.0.0.1"), network("10.0.0.1"));
    }
}
