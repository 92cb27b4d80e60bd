//! Requests in, responses out. Handlers only extract, call a use case and answer; they name no store.
//!
//! What is no HTTP never comes here: actix-http answers a bad head itself (400, or 431 for one that is too large) with no
//! body, and hangs up; a broken chunk it takes for a client that has gone. It has no hook for a problem of ours.
//! `tests/http/malformed.rs` holds it to that.
#![expect(unused_qualifications, reason = "the macros of utoipa qualify types that are in scope")]

pub(crate) mod answer;
pub(crate) mod document;
pub(crate) mod extract;
pub(crate) mod host;
pub(crate) mod limits;
pub(crate) mod metrics;
pub(crate) mod observe;
mod openapi_3_0;
pub(crate) mod pace;
pub(crate) mod pages;
pub(crate) mod path;
pub(crate) mod plain;
pub(crate) mod problem;
pub(crate) mod query;

mod admin;
mod body;
mod channels;
mod checks;
mod docs;
mod events;
mod files;
mod headers;
mod health;
mod json;
mod meta;
mod models;
mod namespaces;
mod problems;
mod range;
mod resolve;
mod search;
mod states;
mod upload_parts;
mod uploads;
mod versions;

use actix_web::{HttpResponse, Resource, web};
use utoipa::OpenApi;

use document::Common;

use crate::service::access::Access;
use crate::service::{Code, Failure, Registry};

/// What all workers share.
#[derive(Debug, Clone)]
pub(crate) struct Shared {
    pub(crate) registry: web::Data<Registry>,
    pub(crate) access: web::Data<Access>,
    pub(crate) hosts: web::Data<host::Hosts>,
    pub(crate) metrics: web::Data<metrics::Metrics>,
    pub(crate) limits: web::Data<limits::Limits>,
}

/// Sets an application up: the shared parts, the routes, and a problem for everything else.
pub(crate) fn configure(config: &mut web::ServiceConfig, shared: &Shared) {
    config
        .app_data(shared.registry.clone())
        .app_data(shared.access.clone())
        .app_data(shared.hosts.clone())
        .app_data(shared.metrics.clone())
        .app_data(shared.limits.clone())
        .app_data(web::PathConfig::default().error_handler(|error, _| {
            let reason = match &error {
                actix_web::error::PathError::Deserialize(error) => error.to_string(),
                other => other.to_string(),
            };
            Failure::new(Code::InvalidPath, reason).into()
        }))
        .default_service(web::to(nothing_here));
    routes(config);
}

/// Makes the routes and their documentation from one list, so that no route is without documentation.
macro_rules! routes {
    ($($path:literal => $($verb:ident $module:ident::$handler:ident),+;)+) => {
        fn routes(config: &mut web::ServiceConfig) {
            $(config.service(resource($path, &[$(stringify!($verb)),+])$(.route(verb::$verb().to($module::$handler)))+);)+
        }

        /// All routes, as they are matched, with their methods.
        #[cfg(test)]
        const ROUTES: &[(&str, &[&str])] = &[$(($path, &[$(stringify!($verb)),+])),+];

        #[derive(OpenApi)]
        #[openapi(modifiers(&Common), paths($($($module::$handler),+),+))]
        struct Document;
    };
}

routes! {
    // for machines that look after the server
    "/healthz" => get health::live;
    "/readyz" => get health::ready;
    "/metrics" => get metrics::metrics;

    // for people who write clients
    "/openapi.json" => get docs::openapi;
    "/openapi-3.0.json" => get docs::openapi_3_0;
    "/docs" => get docs::entrance;
    "/docs/{file:.*}" => get docs::file;
    "/problems/{code}" => get problems::describe;
    "/api/v1/meta" => get meta::meta;

    // namespaces and models
    "/api/v1/namespaces" => get namespaces::list, post namespaces::create;
    "/api/v1/namespaces/{namespace}" => get namespaces::show, patch namespaces::update;
    "/api/v1/namespaces/{namespace}/policy" => get namespaces::policy, put namespaces::set_policy;
    "/api/v1/namespaces/{namespace}/models" => get models::list, post models::create;
    "/api/v1/namespaces/{namespace}/models/{model}" => get models::show, patch models::update;
    "/api/v1/namespaces/{namespace}/models/{model}/policy" => get models::policy, put models::set_policy;
    "/api/v1/namespaces/{namespace}/models/{model}/archive" => post models::archive;
    "/api/v1/namespaces/{namespace}/models/{model}/restore" => post models::restore;

    // versions: checks, uploads, publish, states, files
    "/api/v1/namespaces/{namespace}/models/{model}/compatibility-checks" => post checks::check;
    "/api/v1/namespaces/{namespace}/models/{model}/uploads" => post uploads::create;
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}" =>
        get uploads::show, delete upload_parts::abort;
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/content" => put uploads::send;
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/part-links" => post upload_parts::links;
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts" => post upload_parts::record;
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts/{number}" => put upload_parts::send;
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/complete" => post upload_parts::complete;
    "/api/v1/namespaces/{namespace}/models/{model}/versions" => get versions::list, post versions::create;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}" =>
        get versions::show, patch versions::update, delete states::delete;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/manifest" => get versions::manifest;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/contract" => get versions::contract;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/verdict" => get versions::verdict;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files" => get versions::files;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files/{path:.*}" => get files::download;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/yank" => post states::yank;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/unyank" => post states::unyank;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/deprecate" => post states::deprecate;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/undeprecate" => post states::undeprecate;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/disable" => post states::disable;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/enable" => post states::enable;

    // resolve, compare
    "/api/v1/namespaces/{namespace}/models/{model}/resolve" => get resolve::resolve;
    "/api/v1/namespaces/{namespace}/models/{model}/compare" => get resolve::compare;

    // channels
    "/api/v1/namespaces/{namespace}/models/{model}/channels" => get channels::list;
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}" =>
        get channels::show, put channels::set_policy;
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/revisions" => get channels::revisions;
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback-target" =>
        get channels::rollback_target;
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/promote" => post channels::promote;
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback" => post channels::rollback;
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/clear" => post channels::clear;

    // events, search
    "/api/v1/events" => get events::list;
    "/api/v1/search" => get search::search;

    // administration
    "/api/v1/admin/fsck" => post admin::fsck;
}

/// The methods of a route. Whoever may GET may HEAD.
mod verb {
    use actix_web::{Route, guard, web};

    pub(super) fn get() -> Route {
        web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
    }

    pub(super) use actix_web::web::{delete, patch, post, put};
}

/// A resource that names its methods when it is asked for another.
fn resource(path: &str, verbs: &'static [&'static str]) -> Resource {
    let methods: Vec<String> = verbs.iter().map(|verb| verb.to_uppercase()).collect();
    web::resource(path).default_service(web::to(move || {
        let mut allowed = methods.clone();
        if allowed.iter().any(|method| method == "GET") {
            allowed.push("HEAD".to_owned());
        }
        async move { Err::<HttpResponse, Failure>(wrong_method(&allowed)) }
    }))
}

fn wrong_method(allowed: &[String]) -> Failure {
    let detail = format!("this address takes {}", allowed.join(", "));
    Failure::new(Code::MethodNotAllowed, detail).with_detail("allow", allowed.to_vec())
}

async fn nothing_here() -> Result<HttpResponse, Failure> {
    Err(Failure::new(Code::NotFound, "no route has this address; `/openapi.json` lists them"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_document_lists_the_routes_and_no_others() {
        let listed = ROUTES.iter().flat_map(|(path, verbs)| {
            let path = path.replace(":.*}", "}");
            verbs.iter().map(move |verb| (path.clone(), (*verb).to_owned()))
        });
        let document: serde_json::Value = serde_json::from_str(&document::openapi()).unwrap();
        let documented =
            document["paths"].as_object().unwrap().iter().flat_map(|(path, item)| {
                item.as_object().unwrap().keys().map(move |verb| (path.clone(), verb.clone()))
            });
        assert_eq!(listed.collect::<BTreeSet<_>>(), documented.collect::<BTreeSet<_>>());
    }
}
