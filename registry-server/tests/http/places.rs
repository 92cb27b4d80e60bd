//! The whole program a second time: its servers are on Postgres and on S3 then.

use std::io::Write as _;
use std::process::Command;

use crate::common::place::Place;

/// What the second run leaves out: what is true of a data folder alone, and itself.
const LEFT_OUT: [&str; 2] = ["data_folder::", "places::"];

#[test]
fn every_test_holds_on_postgres_and_s3_too() {
    if test_postgres::Server::find().is_none() || test_s3::bucket().is_none() {
        return;
    }
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(LEFT_OUT.iter().flat_map(|name| ["--skip", name]));
    let output = Place::choose_services(&mut command).output().unwrap();
    let [said, errors] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    assert!(output.status.success() && !errors.contains("SKIPPED"), "{said}{errors}");
    let result = said.lines().find(|line| line.starts_with("test result: ok. ")).unwrap();
    assert!(result.contains(" 0 ignored; "), "{result}");
    // Past the test harness, which shows nothing of a test that passes.
    writeln!(std::io::stderr(), "on Postgres and S3: {result}").unwrap();
}
