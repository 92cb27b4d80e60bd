//! A copy of a model under another name is the same model.
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

use std::path::Path;
use std::process::Command;

const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/iris/1.0.0.onnx");

fn diff(old: &Path, new: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_registry")).arg("diff").args([old, new]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn nothing_changed_in_a_copy_under_another_name() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy-of-a.onnx");
    std::fs::copy(MODEL, &copy).unwrap();
    let nothing = "nothing changed: the same files, the same contract\n";
    assert_eq!(diff(Path::new(MODEL), &copy), nothing);
    assert_eq!(diff(Path::new(MODEL), folder.path()), nothing, "a folder with one file is that file");
}

#[test]
fn a_second_file_is_a_change() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(MODEL, folder.path().join("model.onnx")).unwrap();
    std::fs::write(folder.path().join("README.md"), "# A model").unwrap();
    assert!(!diff(Path::new(MODEL), folder.path()).contains("nothing changed"));
}
