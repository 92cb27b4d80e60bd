//! The OpenAPI document: what all operations share is added here, so that no handler repeats it.

use registry_core::canonical::value_of;
use serde_json::Value;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    Content, ContentBuilder, Info, KnownFormat, License, ObjectBuilder, OpenApi as Spec, PathItem, Ref, RefOr,
    Required, ResponseBuilder, SchemaFormat, Server, Type,
};
use utoipa::{Modify, OpenApi as _, PartialSchema as _, ToSchema as _};

use super::ROUTES;
use super::openapi_3_0::as_3_0;
use super::plain::plain;
use super::problem::MEDIA_TYPE;
use crate::api::problem::{Problem, ProblemFault};
use crate::service::access::Permission;

const TOKEN: &str = "token";

/// The statuses that a problem can come with. Ranges and not `default`, which generators of clients take for a success, too.
const FAILURES: [&str; 2] = ["4XX", "5XX"];

/// The document of this server, as text that ends with a line break.
pub fn openapi() -> String {
    text(&document())
}

/// The same as OpenAPI 3.0.3, for generators of clients that know no newer one.
pub fn openapi_3_0() -> String {
    text(&as_3_0(document()))
}

fn document() -> Value {
    plain(value_of(&super::Document::openapi()))
}

fn text(document: &Value) -> String {
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

/// What all operations share: who may call, what failures look like, the id of a request, keys of repetition.
pub(crate) struct Common;

impl Modify for Common {
    fn modify(&self, document: &mut Spec) {
        document.info = info();
        document.servers = Some(vec![Server::new("/")]);
        let components = document.components.get_or_insert_default();
        components.schemas.insert(Problem::name().into_owned(), Problem::schema());
        components.schemas.insert(ProblemFault::name().into_owned(), ProblemFault::schema());
        let mut token = Http::new(HttpAuthScheme::Bearer);
        token.description = Some("A token: `mrt_` and 49 characters. Every write needs one.".to_owned());
        components.security_schemes.insert(TOKEN.to_owned(), RefOr::T(SecurityScheme::Http(token)));
        for (path, item) in &mut document.paths.paths {
            complete(path, item);
        }
    }
}

fn info() -> Info {
    let mut info = Info::new("Model registry", env!("CARGO_PKG_VERSION"));
    info.description = Some("A model registry that refuses a version number that lies.".to_owned());
    let mut license = License::new("MIT OR Apache-2.0");
    license.identifier = Some("MIT OR Apache-2.0".to_owned());
    info.license = Some(license);
    info
}

fn complete(path: &str, item: &mut PathItem) {
    let needed = permissions(path);
    for (verb, operation) in operations(item) {
        common(operation);
        if let Some(permission) = needed.iter().find(|(name, _)| *name == verb).map(|(_, permission)| *permission) {
            secure(operation, verb, permission);
        }
    }
    if let Some(post) = &mut item.post {
        post.parameters.get_or_insert_default().push(RefOr::T(idempotency_key()));
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (&'static str, &mut Operation)> {
    let PathItem { get, put, post, patch, delete, .. } = item;
    let all = [("get", get), ("put", put), ("post", post), ("patch", patch), ("delete", delete)];
    all.into_iter().filter_map(|(verb, operation)| Some((verb, operation.as_mut()?)))
}

/// What the operations of a path need, as the routes declare it.
fn permissions(path: &str) -> &'static [(&'static str, Permission)] {
    let found = ROUTES.iter().find(|(route, _)| route.replace(":.*}", "}") == path);
    found.map_or(&[], |(_, verbs)| verbs)
}

/// Says who may call, in the words of the document and for machines.
fn secure(operation: &mut Operation, verb: &str, permission: Permission) {
    // Who comes from this machine alone reads without a token; who writes never does.
    let strangers = verb == "get" && !matches!(permission, Permission::SignedIn | Permission::Registry);
    operation.security = match permission {
        Permission::Public => None,
        _ if strangers => Some(vec![SecurityRequirement::default(), with_token()]),
        _ => Some(vec![with_token()]),
    };
    let word = permission.as_str();
    operation.extensions.get_or_insert_default().insert("x-permission".to_owned(), word.into());
    if let Some(needs) = in_words(permission) {
        let description = operation.description.get_or_insert_default();
        description.push_str(if description.is_empty() { "" } else { "\n\n" });
        description.push_str(needs);
    }
}

fn in_words(permission: Permission) -> Option<&'static str> {
    match permission {
        Permission::Public | Permission::Enter => None,
        Permission::SignedIn => Some("Needs a token."),
        Permission::Read => Some("Needs a reader, where the namespace is private."),
        Permission::Publish => Some("Needs a publisher of the namespace."),
        Permission::Promote => Some("Needs a promoter of the namespace."),
        Permission::Admin => Some("Needs an admin of the namespace."),
        Permission::Registry => Some("Needs an administrator of the registry, with a token that is not limited."),
    }
}

fn with_token() -> SecurityRequirement {
    SecurityRequirement::new::<_, [&str; 0], &str>(TOKEN, [])
}

fn common(operation: &mut Operation) {
    let problem = ContentBuilder::new().schema(Some(RefOr::Ref(Ref::from_schema_name(Problem::name())))).build();
    let failure =
        ResponseBuilder::new().description("A problem; its `code` says which.").content(MEDIA_TYPE, problem).build();
    for status in FAILURES {
        operation.responses.responses.insert(status.to_owned(), RefOr::T(failure.clone()));
    }
    let id = HeaderBuilder::new()
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
        .description(Some("The id of the request: the one that was sent, or a new one."))
        .build();
    for response in operation.responses.responses.values_mut() {
        if let RefOr::T(response) = response {
            response.headers.insert("X-Request-Id".to_owned(), RefOr::T(id.clone()));
            response.content.iter_mut().for_each(plain_bytes);
        }
    }
    if let Some(RefOr::T(body)) = &mut operation.request_body {
        body.content.iter_mut().for_each(plain_bytes);
    }
}

/// Bytes are no list of numbers.
fn plain_bytes((media_type, content): (&String, &mut RefOr<Content>)) {
    if media_type == "application/octet-stream"
        && let RefOr::T(content) = content
    {
        let binary = SchemaFormat::KnownFormat(KnownFormat::Binary);
        content.schema = Some(ObjectBuilder::new().schema_type(Type::String).format(Some(binary)).into());
    }
}

fn idempotency_key() -> Parameter {
    ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(
            "Any text of the client's; the same request with the same key has its effect once in 24 hours.",
        ))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(255))))
        .build()
}
