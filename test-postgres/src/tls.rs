//! A certificate authority of one's own, and the certificate of a server, made by `openssl`.

use std::path::Path;
use std::process::Command;

use crate::account::Account;

/// The certificate of the authority, by its name in the folder of the cluster.
pub(crate) const AUTHORITY: &str = "authority.crt";
/// What Postgres is told, with names in the folder of its data's parent.
pub(crate) const SETTINGS: [&str; 3] = ["ssl=on", "ssl_cert_file=../server.crt", "ssl_key_file=../server.key"];

/// Makes a certificate for `localhost` in a folder, and gives it to the account.
pub(crate) fn certify(folder: &Path, account: &Account) -> Result<(), String> {
    let new = ["req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    let authority = ["-x509", "-days", "2", "-subj", "/CN=authority", "-keyout", "authority.key", "-out", AUTHORITY];
    openssl(folder, &[&new[..], &authority].concat())?;
    let request = ["-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.csr"];
    openssl(folder, &[&new[..], &request].concat())?;
    std::fs::write(folder.join("names"), "subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n")
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    let sign = ["x509", "-req", "-days", "2", "-in", "server.csr", "-extfile", "names", "-CAcreateserial"];
    let by = ["-CA", AUTHORITY, "-CAkey", "authority.key", "-out", "server.crt"];
    openssl(folder, &[&sign[..], &by].concat())?;
    account.own(&folder.join("server.key"))?;
    account.own(&folder.join("server.crt"))
}

fn openssl(folder: &Path, arguments: &[&str]) -> Result<(), String> {
    let output = Command::new("/usr/bin/openssl").args(arguments).current_dir(folder).output();
    let output = output.map_err(|error| format!("openssl does not start: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("openssl {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim()))
}
