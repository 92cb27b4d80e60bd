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
mod guard;
mod headers;
mod health;
mod json;
mod me;
mod members;
mod meta;
mod models;
mod namespaces;
mod principals;
mod problems;
mod range;
mod resolve;
mod search;
mod states;
mod upload_parts;
mod uploads;
mod versions;

use actix_web::middleware::from_fn;
use actix_web::{HttpResponse, Resource, Route, web};
use utoipa::OpenApi;

use document::Common;

use crate::service::access::{Access, Permission};
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

/// Makes the routes, their guards and their documentation from one list, so that no route is without documentation, and none
/// compiles that does not say what it needs.
macro_rules! routes {
    ($($path:literal => $($verb:ident($permission:ident) $module:ident::$handler:ident),+;)+) => {
        fn routes(config: &mut web::ServiceConfig) {
            $(config.service(resource($path, &[$(stringify!($verb)),+])$(
                .route(guarded(verb::$verb().to($module::$handler), Permission::$permission))
            )+);)+
        }

        /// All routes, as they are matched, with their methods and what each of them needs.
        const ROUTES: &[(&str, &[(&str, Permission)])] =
            &[$(($path, &[$((stringify!($verb), Permission::$permission)),+])),+];

        #[derive(OpenApi)]
        #[openapi(modifiers(&Common), paths($($($module::$handler),+),+))]
        struct Document;
    };
}

routes! {
    // for machines that look after the server
    "/healthz" => get(Public) health::live;
    "/readyz" => get(Public) health::ready;
    "/metrics" => get(Enter) metrics::metrics;

    // for people who write clients
    "/openapi.json" => get(Public) docs::openapi;
    "/openapi-3.0.json" => get(Public) docs::openapi_3_0;
    "/docs" => get(Public) docs::entrance;
    "/docs/{file:.*}" => get(Public) docs::file;
    "/problems/{code}" => get(Public) problems::describe;
    "/api/v1/meta" => get(Enter) meta::meta;

    // who may do what
    "/api/v1/me" => get(SignedIn) me::show;
    "/api/v1/me/tokens" => get(SignedIn) me::tokens, post(SignedIn) me::create_token;
    "/api/v1/me/tokens/{token}" => delete(SignedIn) me::revoke_token;
    "/api/v1/principals" => get(Registry) principals::list, post(Registry) principals::create;
    "/api/v1/principals/{principal}" => get(Registry) principals::show, patch(Registry) principals::update;
    "/api/v1/principals/{principal}/tokens" => get(Registry) principals::tokens, post(Registry) principals::create_token;
    "/api/v1/principals/{principal}/tokens/{token}" => delete(Registry) principals::revoke_token;
    "/api/v1/namespaces/{namespace}/members" => get(Read) members::list;
    "/api/v1/namespaces/{namespace}/members/{principal}" => put(Admin) members::set, delete(Admin) members::remove;

    // namespaces and models
    "/api/v1/namespaces" => get(Enter) namespaces::list, post(Registry) namespaces::create;
    "/api/v1/namespaces/{namespace}" => get(Read) namespaces::show, patch(Admin) namespaces::update;
    "/api/v1/namespaces/{namespace}/policy" => get(Read) namespaces::policy, put(Admin) namespaces::set_policy;
    "/api/v1/namespaces/{namespace}/models" => get(Read) models::list, post(Publish) models::create;
    "/api/v1/namespaces/{namespace}/models/{model}" => get(Read) models::show, patch(Publish) models::update;
    "/api/v1/namespaces/{namespace}/models/{model}/policy" => get(Read) models::policy, put(Admin) models::set_policy;
    "/api/v1/namespaces/{namespace}/models/{model}/archive" => post(Admin) models::archive;
    "/api/v1/namespaces/{namespace}/models/{model}/restore" => post(Admin) models::restore;

    // versions: checks, uploads, publish, states, files
    "/api/v1/namespaces/{namespace}/models/{model}/compatibility-checks" => post(Read) checks::check;
    "/api/v1/namespaces/{namespace}/models/{model}/uploads" => post(Publish) uploads::create;
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}" =>
        get(Publish) uploads::show, delete(Publish) upload_parts::abort;
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/content" => put(Publish) uploads::send;
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/part-links" => post(Publish) upload_parts::links;
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts" => post(Publish) upload_parts::record;
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts/{number}" => put(Publish) upload_parts::send;
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/complete" => post(Publish) upload_parts::complete;
    "/api/v1/namespaces/{namespace}/models/{model}/versions" => get(Read) versions::list, post(Publish) versions::create;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}" =>
        get(Read) versions::show, patch(Publish) versions::update, delete(Admin) states::delete;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/manifest" => get(Read) versions::manifest;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/contract" => get(Read) versions::contract;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/verdict" => get(Read) versions::verdict;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files" => get(Read) versions::files;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files/{path:.*}" => get(Read) files::download;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/yank" => post(Publish) states::yank;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/unyank" => post(Publish) states::unyank;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/deprecate" => post(Publish) states::deprecate;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/undeprecate" => post(Publish) states::undeprecate;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/disable" => post(Admin) states::disable;
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/enable" => post(Admin) states::enable;

    // resolve, compare
    "/api/v1/namespaces/{namespace}/models/{model}/resolve" => get(Read) resolve::resolve;
    "/api/v1/namespaces/{namespace}/models/{model}/compare" => get(Read) resolve::compare;

    // channels
    "/api/v1/namespaces/{namespace}/models/{model}/channels" => get(Read) channels::list;
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}" =>
        get(Read) channels::show, put(Admin) channels::set_policy;
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/revisions" => get(Read) channels::revisions;
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback-target" =>
        get(Read) channels::rollback_target;
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/promote" => post(Promote) channels::promote;
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback" => post(Promote) channels::rollback;
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/clear" => post(Promote) channels::clear;

    // events, search
    "/api/v1/events" => get(Read) events::list;
    "/api/v1/search" => get(Enter) search::search;

    // administration
    "/api/v1/admin/fsck" => post(Registry) admin::fsck;
}

/// The methods of a route. Whoever may GET may HEAD.
mod verb {
    use actix_web::{Route, guard, web};

    pub(super) fn get() -> Route {
        web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
    }

    pub(super) use actix_web::web::{delete, patch, post, put};
}

/// A route behind its guard.
fn guarded(route: Route, permission: Permission) -> Route {
    route.wrap(from_fn(move |request, next| guard::admit(permission, request, next)))
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
            verbs.iter().map(move |(verb, _)| (path.clone(), (*verb).to_owned()))
        });
        let document: serde_json::Value = serde_json::from_str(&document::openapi()).unwrap();
        let documented =
            document["paths"].as_object().unwrap().iter().flat_map(|(path, item)| {
                item.as_object().unwrap().keys().map(move |verb| (path.clone(), verb.clone()))
            });
        assert_eq!(listed.collect::<BTreeSet<_>>(), documented.collect::<BTreeSet<_>>());
    }
}
