//! The log of a namespace.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use registry_core::name::NamespaceName;

use super::answer;
use super::extract::Query;
use super::pages::{self, list_query};
use crate::api::event::{Event, EventList};
use crate::service::{Failure, Registry, events};

/// One event a line.
const NDJSON: &str = "application/x-ndjson";

list_query! {
    /// Which events.
    EventsQuery {
        /// The namespace whose log is read.
        #[param(value_type = String, example = "acme")]
        namespace: NamespaceName,
        /// Only events after this `seq`.
        #[serde(default)]
        #[param(required = false, default = 0)]
        after: u64,
        /// Only so many of the newest events.
        #[param(example = 50)]
        last: Option<u64>,
    }
}

/// List events
///
/// What happened in a namespace, oldest first, as CloudEvents 1.0. With `Accept: application/x-ndjson` one event a line.
/// `last` begins at its end. To follow the log, go on with `after` and the `seq` of the last event that you have seen.
#[utoipa::path(
    get,
    path = "/api/v1/events",
    operation_id = "list_events",
    tag = "events",
    params(EventsQuery),
    responses((
        status = 200,
        description = "The events.",
        content((EventList = "application/json"), (String = "application/x-ndjson")),
    ))
)]
pub(super) async fn list(
    registry: web::Data<Registry>,
    request: HttpRequest,
    query: Query<EventsQuery>,
) -> Result<HttpResponse, Failure> {
    let Query(EventsQuery { namespace, after, last, page_size, page_token }) = query;
    let after = match (pages::after::<u64>(page_token.as_ref())?, last) {
        // On later pages others are the newest; it goes on from what was seen.
        (Some(seen), _) => seen.max(after),
        (None, Some(last)) => events::before_the_last(&registry, &namespace, last).await?.max(after),
        (None, None) => after,
    };
    let page = events::events(&registry, &namespace, after, page_size.rows()).await?;
    if wants_lines(&request) {
        return Ok(HttpResponse::Ok().content_type(NDJSON).body(lines(&page.rows)));
    }
    let next_page_token = pages::next(&page, Event::seq);
    Ok(answer::ok(&EventList { items: page.rows, next_page_token }))
}

fn wants_lines(request: &HttpRequest) -> bool {
    let accepted = request.headers().get_all(header::ACCEPT).filter_map(|value| value.to_str().ok());
    let mut ranges = accepted.flat_map(|text| text.split(','));
    ranges.any(|range| range.split(';').next().is_some_and(|essence| essence.trim().eq_ignore_ascii_case(NDJSON)))
}

fn lines(events: &[Event]) -> String {
    events.iter().map(|event| registry_core::canonical::value_of(event).to_string() + "\n").collect()
}
