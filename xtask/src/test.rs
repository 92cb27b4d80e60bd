//! `cargo xtask test`: everything that must hold before a change lands.

use std::time::Instant;

use crate::{api, clients, oracle, run, schemathesis, services};

type Step = (&'static str, fn() -> Result<(), String>);

const STEPS: &[Step] = &[
    ("format", || run::cargo(&["fmt", "--all", "--check"])),
    ("lints", || run::cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"])),
    ("documentation", || {
        let mut doc = run::cargo_command(&["doc", "--workspace", "--no-deps", "--locked"]);
        run::command(doc.env("RUSTDOCFLAGS", "-D warnings"))
    }),
    ("dependencies", || {
        run::install("cargo-deny", "0.20.2")?;
        // The advisory database is fetched from the network, which a build machine need not have.
        run::cargo(&["deny", "--locked", "check", "bans", "licenses", "sources"])
    }),
    // All that fails is named in one run.
    ("tests", || services::beside(&mut run::cargo_command(&["test", "--workspace", "--locked", "--no-fail-fast"]))),
    ("faults", || {
        let faults = ["test", "--locked", "-p", "registry-server", "--features", "failpoints", "--test", "faults"];
        services::beside(&mut run::cargo_command(&faults))
    }),
    ("oracles", oracle::all),
    ("generated clients", clients::up_to_date),
    ("promises of the API", api::unbroken),
    ("answers of the API", || schemathesis::run(&[])),
    ("clients", clients::test),
];

/// Runs all steps and stops at the first that fails.
pub(crate) fn all() -> Result<(), String> {
    let start = Instant::now();
    for (name, step) in STEPS {
        println!("==> {name}");
        let began = Instant::now();
        step().map_err(|reason| format!("{name}: {reason}"))?;
        println!("==> {name}: ok ({:.0?})", began.elapsed());
    }
    println!("all checks passed in {:.0?}", start.elapsed());
    Ok(())
}
