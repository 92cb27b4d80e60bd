//! `migrate` and `bootstrap`, and what a server says of a database that it cannot use.

use std::process::Output;

use crate::common::{Installation, text};

fn assert_refused(output: &Output, part: &str) {
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert_eq!(said.lines().filter(|line| line.starts_with("error: ")).count(), 1, "{said}");
    assert!(said.contains(part), "{said}");
    assert!(!said.contains("only-for-tests") && !said.contains("geheim"), "{said}");
}

#[test]
fn a_postgres_is_migrated_and_bootstrapped_by_command() {
    let Some(server) = test_postgres::Server::find() else { return };
    let database = server.database().unwrap();
    let installation = Installation::at(database.url());
    assert_refused(&installation.run(&[]), "registry-server migrate");
    assert_refused(&installation.run(&["bootstrap"]), "registry-server migrate");
    assert_refused(&installation.run(&["migrate", "--grant-to", "no-such-role"]), "no-such-role");
    for _ in 0..2 {
        let migrated = installation.run(&["migrate"]);
        assert!(migrated.status.success(), "{}", text(&migrated.stderr));
    }
    let made = installation.run(&["bootstrap"]);
    let token = text(&made.stdout);
    assert!(made.status.success() && token.starts_with("mrt_") && token.lines().count() == 1, "{token}");
    assert!(!text(&made.stderr).contains(token.trim()), "it is shown twice");
    assert_refused(&installation.run(&["bootstrap"]), "has a token that opens it");
}

/// Of commands that run together one makes the token; the others say why they did not.
fn assert_one_bootstraps(installation: &Installation) {
    let outputs: Vec<Output> = std::thread::scope(|scope| {
        let commands: Vec<_> = (0..8).map(|_| scope.spawn(|| installation.run(&["bootstrap"]))).collect();
        commands.into_iter().map(|command| command.join().unwrap()).collect()
    });
    let (made, refused): (Vec<_>, Vec<_>) = outputs.iter().partition(|output| output.status.success());
    assert_eq!(made.len(), 1, "{made:?}");
    for output in refused {
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let said = text(&output.stderr);
        assert!(said.contains("has a token that opens it") || said.contains("another registry-server"), "{said}");
    }
}

#[test]
fn of_bootstraps_at_once_one_makes_the_token() {
    for _ in 0..3 {
        assert_one_bootstraps(&Installation::sqlite());
    }
    let Some(server) = test_postgres::Server::find() else { return };
    for _ in 0..3 {
        let database = server.database().unwrap();
        let installation = Installation::at(database.url());
        assert!(installation.run(&["migrate"]).status.success());
        assert_one_bootstraps(&installation);
    }
}

/// Tokens end, and are revoked: whoever has the database can make a way in again.
#[tokio::test]
async fn when_nobody_has_a_token_that_opens_it_there_is_a_way_back_in() {
    let installation = Installation::sqlite();
    assert_one_bootstraps(&installation);
    for end in [
        "UPDATE tokens SET revoked_at = created_at",
        "UPDATE tokens SET expires_at = created_at",
        "UPDATE principals SET disabled_at = created_at",
    ] {
        installation.execute(end).await;
        assert_one_bootstraps(&installation);
    }
}

#[test]
fn a_database_that_cannot_be_used_is_named_without_its_password() {
    let nobody = Installation::at("postgres://ada:geheim@127.0.0.1:1/registry".to_owned());
    assert_refused(&nobody.run(&[]), "postgres://ada:***@127.0.0.1:1/registry");
    assert_refused(&nobody.run(&["migrate"]), "refused");
    let other = Installation::at("mysql://ada:geheim@127.0.0.1:1/registry".to_owned());
    assert_refused(&other.run(&[]), "postgres://");
    let file = Installation::sqlite();
    assert_refused(&file.run(&["migrate"]), "migrated by the server itself");
    let help = text(&nobody.run(&["--help"]).stdout);
    assert!(help.contains("--database-url") && help.contains("bootstrap") && !help.contains("geheim"), "{help}");
}

#[test]
fn a_file_elsewhere_is_a_database_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("elsewhere/registry.db");
    let installation = Installation::at(format!("sqlite://{}", path.display()));
    assert!(installation.run(&["bootstrap"]).status.success());
    assert!(path.is_file());
    assert!(!installation.data.path().join("registry.db").exists());
}
