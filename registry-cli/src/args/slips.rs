//! What people type who are used to other tools, or forget that a command stands below another one.

/// The command that a word is another name of.
pub(crate) fn meant_by(word: &str) -> Option<&'static str> {
    Some(match word {
        "yank" | "withdraw" => "registry version yank NS/MODEL@VERSION --reason TEXT",
        "unyank" => "registry version unyank NS/MODEL@VERSION",
        "deprecate" => "registry version deprecate NS/MODEL@VERSION --reason TEXT",
        "undeprecate" => "registry version undeprecate NS/MODEL@VERSION",
        "disable" => "registry version disable NS/MODEL@VERSION --reason TEXT",
        "enable" => "registry version enable NS/MODEL@VERSION",
        "delete" | "remove" | "rm" | "unpublish" => "registry version delete NS/MODEL@VERSION --reason TEXT",
        "list" | "ls" | "models" => "`registry model list NS`, or `registry version list NS/MODEL`",
        "versions" => "registry version list NS/MODEL",
        "channels" => "registry channel list NS/MODEL",
        "show" | "info" | "describe" => "`registry model show NS/MODEL`, or `registry version show NS/MODEL@SELECTOR`",
        "history" | "log" => "registry channel history NS/MODEL CHANNEL",
        "create" => "registry model create NS/MODEL",
        "archive" => "registry model archive NS/MODEL",
        "restore" => "registry model restore NS/MODEL",
        "push" | "upload" | "add" => "registry publish FILE --model NS/MODEL",
        "download" | "get" | "fetch" | "install" => "registry pull NS/MODEL@SELECTOR",
        "release" | "deploy" => "registry promote NS/MODEL@VERSION --to CHANNEL",
        "revert" | "undo" => "registry rollback NS/MODEL --channel CHANNEL --reason TEXT",
        "compare" => "registry diff OLD NEW",
        "rules" => "registry explain --list",
        "find" => "registry search TEXT",
        "fsck" => "registry admin fsck",
        "signin" | "auth" => "registry login --token-file FILE",
        "help" => "registry --help",
        _ => return None,
    })
}
