//! Every failure as `application/problem+json`: the one table from code to status, and the one place that writes the body.

use std::fmt;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use registry_core::canonical::value_of;
use serde_json::Value;

use super::observe::request_id;
use crate::api::problem::{Problem, ProblemKind};
use crate::service::{Code, Failure};

/// The media type of every error.
pub(crate) const MEDIA_TYPE: &str = "application/problem+json";

/// The status of a failure.
#[expect(clippy::too_many_lines, reason = "a table: one line a code")]
pub(crate) fn status(code: Code) -> StatusCode {
    match code {
        Code::InvalidPath
        | Code::InvalidQuery
        | Code::InvalidBody
        | Code::InvalidHeader
        | Code::InvalidName
        | Code::InvalidVersion
        | Code::InvalidSelector
        | Code::InvalidPageToken => StatusCode::BAD_REQUEST,
        Code::Unauthenticated => StatusCode::UNAUTHORIZED,
        Code::Forbidden => StatusCode::FORBIDDEN,
        Code::NotFound
        | Code::NamespaceNotFound
        | Code::ModelNotFound
        | Code::PrincipalNotFound
        | Code::TokenNotFound
        | Code::MemberNotFound
        | Code::UploadNotFound
        | Code::FileNotFound
        | Code::VersionNotFound
        | Code::BuildMismatch
        | Code::NoMatch
        | Code::NoVersions
        | Code::NoStableVersion
        | Code::AllYanked
        | Code::ChannelNotFound
        | Code::ChannelEmpty => StatusCode::NOT_FOUND,
        Code::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Code::RequestTimeout => StatusCode::REQUEST_TIMEOUT,
        Code::NamespaceExists
        | Code::ModelExists
        | Code::PrincipalExists
        | Code::LastAdmin
        | Code::ModelArchived
        | Code::VersionExists
        | Code::VersionTooSmall
        | Code::NothingChanged
        | Code::BackportConflict
        | Code::ReturnConflict
        | Code::VersionInUse
        | Code::InvalidState
        | Code::UploadIncomplete
        | Code::UploadComplete
        | Code::UploadVerifying
        | Code::NoPartLinks
        | Code::PromotionRefused
        | Code::RollbackNeedsTarget
        | Code::RollbackTargetChanged
        | Code::RollbackTargetNotEligible
        | Code::NeverOnChannel
        | Code::NoRollbackTarget
        | Code::AlreadyServed => StatusCode::CONFLICT,
        Code::VersionDisabled | Code::VersionDeleted => StatusCode::GONE,
        Code::StaleRevision => StatusCode::PRECONDITION_FAILED,
        Code::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Code::AddressTooLong => StatusCode::URI_TOO_LONG,
        Code::HeadTooLarge => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
        Code::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        Code::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Code::RangeNotSatisfiable => StatusCode::RANGE_NOT_SATISFIABLE,
        Code::HostNotAllowed => StatusCode::MISDIRECTED_REQUEST,
        Code::InvalidPolicy
        | Code::InvalidContract
        | Code::InvalidFiles
        | Code::ContractMismatch
        | Code::UnreadableModel
        | Code::UnsafeFormat
        | Code::BlobNotFound
        | Code::DigestMismatch
        | Code::SizeMismatch
        | Code::IdempotencyKeyReused
        | Code::ReasonRequired => StatusCode::UNPROCESSABLE_ENTITY,
        Code::PreconditionRequired => StatusCode::PRECONDITION_REQUIRED,
        Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        Code::Busy | Code::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Code::QuotaExceeded | Code::StorageFull => StatusCode::INSUFFICIENT_STORAGE,
    }
}

/// The code of an answer that the framework made without us.
fn code_of(status: StatusCode) -> Code {
    match status {
        StatusCode::NOT_FOUND => Code::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Code::MethodNotAllowed,
        StatusCode::REQUEST_TIMEOUT => Code::RequestTimeout,
        StatusCode::PAYLOAD_TOO_LARGE => Code::TooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Code::UnsupportedMediaType,
        status if status.is_client_error() => Code::InvalidBody,
        _ => Code::Internal,
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code.as_str(), self.detail)
    }
}

impl std::error::Error for Failure {}

/// A handler's failure travels as the error of its response; [`rendered`] writes the body, where it knows the request.
impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        status(self.code)
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

/// The response as it leaves: every error is a problem, whoever made it.
pub(crate) fn rendered<B: MessageBody + 'static>(response: ServiceResponse<B>) -> ServiceResponse<BoxBody> {
    let status = response.status();
    let ours = response.response().error().and_then(|error| error.as_error::<Failure>().cloned());
    let failure = match ours {
        Some(failure) => failure,
        None if status.is_client_error() || status.is_server_error() => {
            let said = response.response().error().map(ToString::to_string);
            Failure::new(code_of(status), said.unwrap_or_else(|| code_of(status).title().to_owned()))
        }
        None => return response.map_into_boxed_body(),
    };
    let (request, before) = response.into_parts();
    let problem = described(&failure, request.path(), &request_id(&request));
    let mut answer = HttpResponse::build(self::status(failure.code)).content_type(MEDIA_TYPE).json(problem);
    keep(before.headers(), answer.headers_mut());
    explain(&failure, answer.headers_mut());
    ServiceResponse::new(request, answer)
}

fn described(failure: &Failure, path: &str, request_id: &str) -> Problem {
    let verdict = failure.verdict.as_deref();
    let violations = verdict.map(|verdict| verdict.changes.iter().filter(|change| change.refuses));
    Problem {
        kind: format!("/problems/{}", failure.code.as_str()),
        title: failure.code.title(),
        status: status(failure.code).as_u16(),
        code: failure.code.as_str(),
        detail: failure.detail.clone(),
        instance: path.to_owned(),
        request_id: request_id.to_owned(),
        violations: violations.into_iter().flatten().map(value_of).collect(),
        verdict: verdict.map(value_of),
        errors: failure.faults.iter().cloned().map(Into::into).collect(),
        details: failure.details.clone(),
    }
}

/// Keeps the headers of the response before, except those about its body.
fn keep(from: &HeaderMap, to: &mut HeaderMap) {
    for (name, value) in from {
        if *name != header::CONTENT_TYPE && *name != header::CONTENT_LENGTH {
            to.append(name.clone(), value.clone());
        }
    }
}

/// The headers that HTTP asks for beside the status.
fn explain(failure: &Failure, headers: &mut HeaderMap) {
    let mut set = |name, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    };
    match failure.code {
        Code::Unauthenticated => set(header::WWW_AUTHENTICATE, "Bearer".to_owned()),
        Code::Busy | Code::Unavailable => set(header::RETRY_AFTER, "1".to_owned()),
        Code::RateLimited => {
            if let Some(seconds) = failure.details.get("retry_after_seconds") {
                set(header::RETRY_AFTER, seconds.to_string());
            }
        }
        Code::MethodNotAllowed => {
            let allowed = failure.details.get("allow").and_then(Value::as_array).into_iter().flatten();
            let allowed: Vec<&str> = allowed.filter_map(Value::as_str).collect();
            set(header::ALLOW, allowed.join(", "));
        }
        Code::RangeNotSatisfiable => {
            if let Some(size) = failure.details.get("size") {
                set(header::CONTENT_RANGE, format!("bytes */{size}"));
            }
        }
        _ => {}
    }
}

/// The description of a kind of problem.
pub(crate) fn kind(code: Code) -> ProblemKind {
    ProblemKind {
        kind: format!("/problems/{}", code.as_str()),
        title: code.title(),
        status: status(code).as_u16(),
        code: code.as_str(),
    }
}
