//! The door of every route: who asks, and whether they may do what it needs. No handler runs before.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{Error, FromRequest as _, HttpMessage as _, HttpRequest, web};
use registry_core::name::{ChannelName, ModelName, NamespaceName};
use serde::Deserialize;

use super::body;
use super::extract::{Query, data};
use super::limits::Limits;
use super::observe::{Principal, request_id};
use crate::service::access::{Access, Authority, Permission, Place, Refused, Visitor};
use crate::service::{Code, Failure, Registry, token};

/// What a path says of where something is to be done. It is read by the same code as the paths of handlers, so that both
/// mean the same place.
#[derive(Debug, Deserialize)]
struct Names {
    namespace: Option<NamespaceName>,
    model: Option<ModelName>,
    channel: Option<ChannelName>,
}

/// The namespace of a route that has it in its query.
#[derive(Debug, Deserialize)]
struct Asked {
    namespace: Option<NamespaceName>,
}

/// Lets a request through to its handler if whoever sends it has the permission that the route declares.
pub(super) async fn admit(
    permission: Permission,
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if permission == Permission::Public {
        return Ok(next.call(request).await?.map_into_boxed_body());
    }
    match visitor(permission, request.request()).await {
        Ok(visitor) => {
            if let Visitor::Known(authority) = &visitor {
                know(request.request(), authority);
            }
            request.extensions_mut().insert(visitor);
            let response = next.call(request).await?.map_into_boxed_body();
            tell(&response).await;
            Ok(response)
        }
        Err(Refused { failure, authority }) => {
            if let Some(authority) = authority {
                know(request.request(), &authority);
                tell_of(request.request(), *authority, &failure).await;
            }
            body::leave(&mut request);
            Ok(request.error_response(failure))
        }
    }
}

/// The log of requests names whoever is known.
fn know(request: &HttpRequest, authority: &Authority) {
    request.extensions_mut().insert(Principal(authority.principal.to_string()));
}

async fn visitor(permission: Permission, request: &HttpRequest) -> Result<Visitor, Refused> {
    let registry = data::<Registry>(request)?;
    let secret = authorization(request)?;
    // What is wrong with a path, strangers need not learn before they are let in.
    let (place, wrong) = match place(permission, request).await {
        Ok(place) => (place, None),
        Err(failure) => (Place::default(), Some(failure)),
    };
    let needed = if wrong.is_some() { Permission::Enter } else { permission };
    let visitor = match secret {
        // What is no token can be no guess: it is refused unasked, and not counted.
        Some(secret) if !token::is_well_formed(&secret) => {
            Visitor::Known(registry.admit(&secret, needed, place).await?.into())
        }
        Some(secret) => {
            let admit = registry.admit(&secret, needed, place);
            Visitor::Known(data::<Limits>(request)?.admitted(request, admit).await?.into())
        }
        None if may_be_stranger(request)? => registry.admit_stranger(needed, &place).await?,
        None => return Err(unauthenticated("this needs a token: send `Authorization: Bearer mrt_…`").into()),
    };
    wrong.map_or(Ok(visitor), |failure| Err(failure.into()))
}

/// What proxies say of whom they ask for.
const FORWARDED: [&str; 3] = ["forwarded", "x-forwarded-for", "via"];

/// Strangers read, and only where this machine alone can reach the server. A proxy that the server was not told of lets
/// others reach it.
fn may_be_stranger(request: &HttpRequest) -> Result<bool, Failure> {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_forwarded = FORWARDED.iter().any(|name| request.headers().contains_key(*name));
    Ok(reads && !is_forwarded && data::<Access>(request)?.anonymous_reads)
}

/// Where something is to be done: what the path says, or the query where the path names no namespace.
async fn place(permission: Permission, request: &HttpRequest) -> Result<Place, Failure> {
    if permission.action().is_none() {
        return Ok(Place::default());
    }
    let invalid = |error: Error| error.as_error::<Failure>().cloned().unwrap_or_else(|| unreadable(&error));
    let names = web::Path::<Names>::extract(request).await.map_err(invalid)?.into_inner();
    let Names { namespace, model, channel } = names;
    if namespace.is_some() {
        return Ok(Place { namespace, model, channel });
    }
    let Query(Asked { namespace }) = Query::<Asked>::extract(request).await?;
    match namespace {
        Some(_) => Ok(Place { namespace, ..Place::default() }),
        None => Err(Failure::new(Code::InvalidQuery, "missing field `namespace`")),
    }
}

fn unreadable(error: &Error) -> Failure {
    Failure::new(Code::InvalidPath, error.to_string())
}

fn authorization(request: &HttpRequest) -> Result<Option<String>, Failure> {
    let Some(value) = request.headers().get(header::AUTHORIZATION) else {
        return Ok(None);
    };
    let text = value.to_str().ok().and_then(|text| text.split_once(' '));
    match text {
        Some((scheme, secret)) if scheme.eq_ignore_ascii_case("bearer") => Ok(Some(secret.trim().to_owned())),
        _ => Err(unauthenticated("`Authorization` must read `Bearer mrt_…`")),
    }
}

fn unauthenticated(detail: &str) -> Failure {
    Failure::new(Code::Unauthenticated, detail)
}

/// Tells of what a handler has refused to somebody who had come in.
async fn tell(response: &ServiceResponse) {
    let Some(failure) = response.response().error().and_then(|error| error.as_error::<Failure>()) else { return };
    let visitor = response.request().extensions().get::<Visitor>().cloned();
    if let (true, Some(Visitor::Known(authority))) = (failure.is_denial(), visitor) {
        tell_of(response.request(), Authority::clone(&authority), failure).await;
    }
}

async fn tell_of(request: &HttpRequest, authority: Authority, failure: &Failure) {
    let operation = format!("{} {}", request.method(), request.match_pattern().unwrap_or_default());
    if let Ok(registry) = data::<Registry>(request) {
        registry.tell_denial(authority, &request_id(request), (&operation, &failure.detail)).await;
    }
}
