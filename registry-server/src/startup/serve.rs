//! From a socket to the routes: connections with their limits, TLS where it is ours, HTTP/1.1. HTTP/2 is off.

use std::io;
use std::time::Duration;

use actix_http::error::DispatchError;
use actix_http::{HttpService, Protocol};
use actix_server::{Server, ServerBuilder};
use actix_service::{ServiceFactoryExt as _, fn_service, map_config};
use actix_web::App;
use actix_web::dev::AppConfig;
use actix_web::middleware::from_fn;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use super::line::{Line, Patient};
use crate::config::{Limits, Patience};
use crate::http::observe::observe;
use crate::http::{Shared, configure};

/// How long requests under way have, in seconds, once the server is told to stop.
const SHUTDOWN_SECONDS: u64 = 30;
/// How long the rest of a refused request is read, so that the client can read the answer.
const DISCONNECT: Duration = Duration::from_secs(1);

/// Serves what comes to the listener, over TLS if there is an acceptor.
pub(super) fn serve(
    listener: TcpListener,
    shared: Shared,
    limits: &Limits,
    tls: Option<TlsAcceptor>,
) -> io::Result<Server> {
    let (address, patience) = (listener.local_addr()?, limits.patience);
    let workers = std::thread::available_parallelism().map_or(2, usize::from).min(512);
    let builder = ServerBuilder::default()
        .workers(workers)
        .max_concurrent_connections(limits.max_connections.div_ceil(workers))
        .shutdown_timeout(SHUTDOWN_SECONDS)
        .disable_signals();
    let signal = builder.graceful_shutdown_signal();
    let builder = builder.listen("registry", listener.into_std()?, move || {
        let (shared, tls, signal) = (shared.clone(), tls.clone(), signal.clone());
        let app = App::new().configure(move |config| configure(config, &shared)).wrap(from_fn(observe));
        let http = HttpService::build()
            .graceful_shutdown_signal(move || {
                let signal = signal.clone();
                async move { signal.notified().await }
            })
            .keep_alive(patience.keep_alive)
            .client_request_timeout(patience.head)
            .client_disconnect_timeout(DISCONNECT)
            .local_addr(address)
            .on_connect_ext(|line: &Line, extensions| drop(extensions.insert(line.turn())))
            .finish(map_config(app, move |()| AppConfig::default()));
        fn_service(move |stream| accept(stream, tls.clone(), patience)).and_then(http)
    })?;
    Ok(builder.run())
}

/// A connection, once TLS is agreed on.
async fn accept(
    stream: TcpStream,
    tls: Option<TlsAcceptor>,
    patience: Patience,
) -> Result<(Line, Protocol, Option<std::net::SocketAddr>), DispatchError> {
    let peer = stream.peer_addr().ok();
    stream.set_nodelay(true).map_err(DispatchError::Io)?;
    let stream = Patient::new(stream, patience);
    let line = match tls {
        None => Line::Plain(Box::new(stream)),
        Some(tls) => {
            let greeted = tokio::time::timeout(patience.head, tls.accept(stream)).await;
            let late = |_elapsed| DispatchError::Io(io::ErrorKind::TimedOut.into());
            Line::Tls(Box::new(greeted.map_err(late)?.map_err(DispatchError::Io)?))
        }
    };
    // What came so far was no part of a request.
    line.turn().restart();
    Ok((line, Protocol::Http1, peer))
}
