//! Servers that are none: endless answers, and the pages of a proxy.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};

use futures_util::StreamExt as _;
use registry_client::types::Problem;
use registry_client::{
    Client, ClientInfo as _, Error, MAX_ANSWER, ResponseValue, Wanted, connect, is_too_long, open_file, send,
    sized_body,
};

/// A server that answers every request with the same; it gives the head of every request, in small letters.
fn server(answer: impl Fn(&mut TcpStream) + Send + 'static) -> (Client, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (tell, heads) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap());
            let mut head = String::new();
            while lines.read_line(&mut head).unwrap() > 2 {}
            let head = head.to_ascii_lowercase();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap_or("0");
            let read = std::io::copy(&mut lines.take(length.parse().unwrap()), &mut std::io::sink());
            drop(tell.send(format!("{head}{}", read.unwrap())));
            answer(&mut stream);
        }
    });
    (connect(&url, Some("mrt_secret")).unwrap(), heads)
}

/// Answers with this head and body.
fn with(status: &'static str, body: &'static str) -> (Client, Receiver<String>) {
    server(move |stream| {
        let head = format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
        drop(stream.write_all(&[head.as_bytes(), body.as_bytes()].concat()));
    })
}

/// Answers without an end, until the client has had enough.
fn endless(status: &'static str) -> (Client, Receiver<String>) {
    server(move |stream| {
        drop(stream.write_all(format!("HTTP/1.1 {status}\r\nConnection: close\r\n\r\n").as_bytes()));
        while stream.write_all(&[b' '; 1 << 16]).is_ok() {}
    })
}

fn problem(error: Error<Problem>) -> ResponseValue<Problem> {
    match error {
        Error::ErrorResponse(problem) => problem,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn an_answer_without_an_end_is_given_up() {
    let (registry, _heads) = endless("200 OK");
    match registry.get_meta().send().await.unwrap_err() {
        Error::ResponseBodyError(error) => assert!(is_too_long(&error), "{error:?}"),
        other => panic!("{other}"),
    }
    let request = registry.client().get(format!("{}/any", registry.baseurl())).build().unwrap();
    let any = send(&registry, request).await.unwrap_err();
    assert!(matches!(&any, Error::ResponseBodyError(error) if is_too_long(error)), "{any}");
}

#[tokio::test]
async fn a_failure_without_an_end_is_that_failure() {
    let (registry, _heads) = endless("503 Busy");
    let problem = problem(registry.get_meta().send().await.unwrap_err());
    assert_eq!((problem.status().as_u16(), problem.code.as_str()), (503, "foreign-answer"));
}

#[tokio::test]
async fn a_file_has_any_length() {
    let length = MAX_ANSWER + (1 << 20);
    let (registry, _heads) = server(move |stream| {
        drop(stream.write_all(format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n").as_bytes()));
        drop(stream.write_all(&vec![b'x'; length]));
    });
    let wanted = Wanted { namespace: "acme", model: "iris", version: "latest", path: "a", range: None };
    let mut bytes = open_file(&registry, &wanted).await.unwrap();
    let mut read = 0;
    while let Some(chunk) = bytes.next().await {
        read += chunk.unwrap().len();
    }
    assert_eq!(read, length);
}

#[tokio::test]
async fn the_store_is_asked_without_the_token() {
    let (store, store_heads) = with("200 OK", "some bytes");
    let link = format!("{}/bucket/key?signature=x", store.baseurl());
    let (registry, heads) = server(move |stream| {
        let head = format!("HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: {link}\r\n\r\n");
        drop(stream.write_all(head.as_bytes()));
    });
    let wanted = Wanted { namespace: "acme", model: "iris", version: "latest", path: "a", range: Some(2..7) };
    let answer = open_file(&registry, &wanted).await.unwrap();
    assert_eq!(answer.content_length(), Some(10));
    assert!(heads.recv().unwrap().contains("authorization: bearer mrt_secret"));
    let head = store_heads.recv().unwrap();
    assert!(head.starts_with("get /bucket/key?signature=x ") && head.contains("range: bytes=2-6\r\n"), "{head}");
    assert!(!head.contains("authorization") && !head.contains("mrt_secret"), "{head}");
}

#[tokio::test]
async fn the_page_of_a_proxy_is_a_problem_that_says_so() {
    let (registry, _heads) = with("502 Bad Gateway\r\nRetry-After: 7", "<html>Bad Gateway</html>");
    let problem = problem(registry.get_meta().send().await.unwrap_err());
    assert_eq!((problem.status().as_u16(), problem.status, problem.code.as_str()), (502, 502, "foreign-answer"));
    assert_eq!(problem.headers()["Retry-After"], "7");
    assert!(problem.detail.contains("502"), "{}", problem.detail);
}

#[tokio::test]
async fn what_a_smaller_problem_says_stays() {
    let said = r#"{"status": 200, "title": "No", "detail": "not today", "code": "closed", "errors": 3, "verdict": {}}"#;
    let (registry, _heads) = with("403 Forbidden", said);
    let problem = problem(registry.list_namespaces().send().await.unwrap_err());
    assert_eq!((problem.status, problem.code.as_str(), problem.title.as_str()), (403, "closed", "No"));
    assert_eq!((problem.detail.as_str(), problem.errors.len()), ("not today", 0));
    assert!(problem.verdict.is_none());
}

#[tokio::test]
async fn a_body_of_a_known_size_says_it() {
    let (registry, heads) = with("200 OK", "{}");
    let chunks = ["some ", "bytes"].map(|chunk| Ok::<_, std::io::Error>(chunk.into()));
    let upload = registry.send_upload().namespace("acme").model("iris").upload("1");
    // What this server answers is no upload.
    upload.body(sized_body(10, futures_util::stream::iter(chunks))).send().await.unwrap_err();
    let head = heads.recv().unwrap();
    assert!(head.contains("content-length: 10\r\n") && !head.contains("transfer-encoding"), "{head}");
    assert!(head.ends_with("\r\n\r\n10"), "{head}");
}
