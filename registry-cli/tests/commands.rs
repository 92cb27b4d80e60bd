//! What the command line prints, and how it exits: every command in `tests/cmd` and in the README, against its snapshot.
//! `TRYCMD=overwrite cargo test -p registry-cli --test commands` writes the snapshots anew.

#[test]
fn commands_print_what_they_did() {
    // The commands name the examples as a user in a fresh clone does.
    std::env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).unwrap();
    trycmd::TestCases::new().case("registry-cli/tests/cmd/*.trycmd").case("README.md");
}
