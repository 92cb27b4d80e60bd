//! Counts for Prometheus. Labels are patterns of routes and known methods, so their number is bounded.

use std::time::Duration;

use actix_web::http::{Method, header};
use actix_web::{HttpResponse, web};
use prometheus::{HistogramOpts, HistogramVec, IntCounterVec, IntGauge, Opts, Registry as Families, TextEncoder};

use crate::service::{Code, Failure};

const BUCKETS: [f64; 11] = [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5, 10.0];

/// What is counted.
#[derive(Debug, Clone)]
pub(crate) struct Metrics {
    families: Families,
    requests: IntCounterVec,
    durations: HistogramVec,
    in_flight: IntGauge,
}

impl Metrics {
    pub(crate) fn new() -> prometheus::Result<Self> {
        let requests = Opts::new("registry_http_requests_total", "Requests answered.");
        let durations = HistogramOpts::new("registry_http_request_duration_seconds", "Time to the head of the answer.");
        let info = Opts::new("registry_build_info", "The running version; always 1.")
            .const_label("version", env!("CARGO_PKG_VERSION"));
        let metrics = Self {
            families: Families::new(),
            requests: IntCounterVec::new(requests, &["method", "route", "status"])?,
            durations: HistogramVec::new(durations.buckets(BUCKETS.to_vec()), &["method", "route"])?,
            in_flight: IntGauge::new("registry_http_requests_in_flight", "Requests being answered.")?,
        };
        let info = IntGauge::with_opts(info)?;
        info.set(1);
        metrics.families.register(Box::new(info))?;
        metrics.families.register(Box::new(metrics.requests.clone()))?;
        metrics.families.register(Box::new(metrics.durations.clone()))?;
        metrics.families.register(Box::new(metrics.in_flight.clone()))?;
        Ok(metrics)
    }

    /// Counts a request as being answered until the guard is dropped.
    pub(crate) fn enter(&self) -> InFlight {
        self.in_flight.inc();
        InFlight(self.in_flight.clone())
    }

    /// Counts an answer.
    pub(crate) fn count(&self, method: &Method, route: &str, status: u16, took: Duration) {
        let method = known(method);
        self.requests.with_label_values(&[method, route, &status.to_string()]).inc();
        self.durations.with_label_values(&[method, route]).observe(took.as_secs_f64());
    }
}

/// A request being answered.
#[derive(Debug)]
pub(crate) struct InFlight(IntGauge);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.dec();
    }
}

fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// Show the metrics
///
/// Counts and durations of requests by method, route and status, as Prometheus text.
#[utoipa::path(
    get,
    path = "/metrics",
    operation_id = "get_metrics",
    responses((status = 200, description = "The metrics.", body = String, content_type = "text/plain"))
)]
pub(super) async fn metrics(metrics: web::Data<Metrics>) -> Result<HttpResponse, Failure> {
    let failed = |error| Failure::new(Code::Internal, format!("the metrics cannot be written: {error}"));
    let text = TextEncoder::new().encode_to_string(&metrics.families.gather()).map_err(failed)?;
    Ok(HttpResponse::Ok().insert_header((header::CONTENT_TYPE, prometheus::TEXT_FORMAT)).body(text))
}
