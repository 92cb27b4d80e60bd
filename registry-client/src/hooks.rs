//! What stands around every request of the generated client: a limit for what is read into memory, and a problem for
//! every failure.

use bytes::Bytes;
use http_body_util::{LengthLimitError, Limited};
use progenitor_client::{ClientHooks, OperationInfo};
use reqwest::{Body, Request, Response, ResponseBuilderExt as _, StatusCode, Url};
use serde_json::{Map, Value, json};

use crate::types::Problem;
use crate::{Client, ClientInfo as _, Error, ResponseValue};

/// The longest answer that is read into memory, in bytes; files are streamed, and have any length.
pub const MAX_ANSWER: usize = 64 << 20;

/// The operation whose answer is a stream.
const STREAMED: &str = "download_file";

impl ClientHooks for Client {
    async fn exec(&self, request: Request, info: &OperationInfo) -> reqwest::Result<Response> {
        let answer = self.client().execute(request).await?;
        let is_failure = answer.status().is_client_error() || answer.status().is_server_error();
        Ok(match info.operation_id {
            _ if is_failure => with_problem(answer).await,
            STREAMED => answer,
            _ => limited(answer),
        })
    }
}

/// Sends a request that the document does not know, made with [`ClientInfo::client`](crate::ClientInfo::client); its
/// answer is read as those of the others are.
///
/// # Errors
/// As those of the others.
pub async fn send(client: &Client, request: Request) -> Result<ResponseValue<Bytes>, Error<Problem>> {
    let answer = client.exec(request, &OperationInfo { operation_id: "send" }).await?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    if status.is_client_error() || status.is_server_error() {
        return Err(Error::ErrorResponse(ResponseValue::from_response(answer).await?));
    }
    if !status.is_success() {
        return Err(Error::UnexpectedResponse(answer));
    }
    let bytes = answer.bytes().await.map_err(Error::ResponseBodyError)?;
    Ok(ResponseValue::new(bytes, status, headers))
}

/// Whether the body of an answer was given up because it has more than [`MAX_ANSWER`] bytes.
pub fn is_too_long(error: &reqwest::Error) -> bool {
    let first: &(dyn std::error::Error + 'static) = error;
    std::iter::successors(Some(first), |error| error.source()).any(|error| error.is::<LengthLimitError>())
}

/// The same answer, whose body is an error from some length on.
fn limited(answer: Response) -> Response {
    with_body(answer, |body| Body::wrap(Limited::new(body, MAX_ANSWER)))
}

/// The same failure with a problem for a body: the generated code drops the status of a failure that it cannot read.
async fn with_problem(answer: Response) -> Response {
    let (status, headers, url) = (answer.status(), answer.headers().clone(), answer.url().clone());
    // The status is known, even if no more of it comes.
    let said = limited(answer).bytes().await.unwrap_or_default();
    let mut failure = http::Response::new(Body::from(problem(status, said)));
    *failure.status_mut() = status;
    *failure.headers_mut() = headers;
    with_url(failure, url)
}

fn with_body(answer: Response, change: impl FnOnce(Body) -> Body) -> Response {
    let url = answer.url().clone();
    with_url(http::Response::<Body>::from(answer).map(change), url)
}

/// An answer that is taken apart forgets whom it is from.
fn with_url(mut answer: http::Response<Body>, url: Url) -> Response {
    let with_url = http::Response::builder().url(url).body(()).unwrap_or_default();
    answer.extensions_mut().extend(with_url.into_parts().0.extensions);
    answer.into()
}

/// The problem that a failure says it is. A proxy on the way answers a page, or a problem with fewer members than ours:
/// then everything in it that is as it should be stays, and the rest is filled in.
fn problem(status: StatusCode, said: Bytes) -> Bytes {
    if serde_json::from_slice::<Problem>(&said).is_ok() {
        return said;
    }
    let mut problem = foreign(status);
    for (name, value) in serde_json::from_slice::<Map<String, Value>>(&said).unwrap_or_default() {
        let mut with = problem.clone();
        with.insert(name, value);
        with.insert("status".to_owned(), status.as_u16().into());
        if serde_json::from_value::<Problem>(Value::Object(with.clone())).is_ok_and(|with| !with.detail.is_empty()) {
            problem = with;
        }
    }
    Value::Object(problem).to_string().into()
}

fn foreign(status: StatusCode) -> Map<String, Value> {
    let members = [
        ("type", json!("about:blank")),
        ("title", json!(status.canonical_reason().unwrap_or("An answer that is no problem"))),
        ("status", json!(status.as_u16())),
        ("code", json!("foreign-answer")),
        ("detail", json!(format!("the server answered {}, and no problem that says why", status.as_u16()))),
        ("instance", json!("")),
        ("request_id", json!("")),
    ];
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
