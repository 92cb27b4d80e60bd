//! Search by name.

use actix_web::{HttpResponse, web};

use super::answer;
use super::extract::{Let, Query};
use super::pages::{self, list_query};
use crate::api::search::SearchHitList;
use crate::service::{Failure, Registry, search};

list_query! {
    /// What to look for.
    SearchQuery {
        /// A part of the name of a model or of a namespace.
        #[param(example = "iris")]
        q: String,
    }
}

/// Search models by name
///
/// Models whose name or namespace contains the text, by namespace and name.
#[utoipa::path(
    get,
    path = "/api/v1/search",
    operation_id = "search_models",
    tag = "search",
    params(SearchQuery),
    responses((status = 200, description = "The models.", body = SearchHitList))
)]
pub(super) async fn search(
    registry: web::Data<Registry>,
    query: Query<SearchQuery>,
    Let(visitor): Let,
) -> Result<HttpResponse, Failure> {
    let Query(SearchQuery { q, page_size, page_token }) = query;
    let after = pages::after(page_token.as_ref())?;
    let page = search::search(&registry, &visitor, &q, after.as_ref(), page_size.rows()).await?;
    let next_page_token = pages::next(&page, |hit| (hit.namespace.clone(), hit.name.clone()));
    Ok(answer::ok(&SearchHitList { items: page.rows, next_page_token }))
}
