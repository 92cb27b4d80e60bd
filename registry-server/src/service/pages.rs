//! Pages of lists of which a limited token sees a part.

use registry_store::StoreError;
use registry_store::rows::Page;

/// How many rows are read at a time when those of the page before were too few.
const BATCH: u32 = 500;

/// A page of the rows that are seen: reads on until it is full or the list has ended. So the page after it begins behind a
/// row that was shown, and no token tells of one that was not.
///
/// # Errors
/// Those of `read`, which answers so many rows after a key.
pub(super) async fn filled<T, K>(
    after: Option<K>,
    limit: u32,
    (read, key): (impl AsyncFn(Option<K>, u32) -> Result<Page<T>, StoreError>, impl Fn(&T) -> K),
    is_seen: impl Fn(&T) -> bool,
) -> Result<Page<T>, StoreError> {
    let full = usize::try_from(limit).unwrap_or(usize::MAX);
    // One more says whether there are more, and is not shown.
    let (mut rows, mut after, mut ask) = (Vec::new(), after, limit.saturating_add(1));
    loop {
        let page = read(after, ask).await?;
        after = page.rows.last().map(&key);
        rows.extend(page.rows.into_iter().filter(&is_seen));
        if rows.len() > full || !page.more || after.is_none() {
            let more = rows.len() > full;
            rows.truncate(full);
            return Ok(Page { rows, more });
        }
        ask = BATCH;
    }
}
