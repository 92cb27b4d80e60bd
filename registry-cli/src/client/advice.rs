//! What a user of the command line can do about a problem. The server speaks of parameters and headers; here the same
//! is said in flags and commands, by the stable code of the problem.

use super::problem::Problem;

/// What a problem is about, out of the path of the request.
#[derive(Debug, Default)]
struct Subject<'a> {
    namespace: &'a str,
    model: &'a str,
    channel: Option<&'a str>,
    version: Option<&'a str>,
    action: &'a str,
}

impl<'a> Subject<'a> {
    fn of(path: &'a str) -> Self {
        let path = path.split('?').next().unwrap_or_default();
        let mut segments = path.split('/').skip_while(|segment| *segment != "namespaces").skip(1);
        let namespace = segments.next().unwrap_or("NS");
        let model = segments.nth(1).unwrap_or("MODEL");
        let (channel, version) = match (segments.next(), segments.next()) {
            (Some("channels"), channel) => (channel, None),
            (Some("versions"), version) => (None, version),
            _ => (None, None),
        };
        Self { namespace, model, channel, version, action: path.rsplit('/').next().unwrap_or_default() }
    }

    fn model(&self) -> String {
        format!("{}/{}", self.namespace, self.model)
    }

    /// The model and the channel, as commands take them.
    fn channel(&self) -> String {
        format!("{} {}", self.model(), self.channel.unwrap_or("CHANNEL"))
    }
}

/// The error itself where the server's own words would only help a program.
pub(crate) fn says(problem: &Problem) -> &str {
    let is_of_channel = Subject::of(&problem.said.instance).channel.is_some();
    match problem.code() {
        "precondition-required" if is_of_channel => {
            "the channel wants to know on which of its revisions the move was decided"
        }
        _ => &problem.said.detail,
    }
}

/// What to do.
pub(crate) fn help(problem: &Problem) -> Option<String> {
    let subject = Subject::of(&problem.said.instance);
    let (model, channel) = (subject.model(), subject.channel());
    Some(match problem.code() {
        "promotion-refused" => return of_gates(problem, &channel, subject.namespace),
        "precondition-required" | "stale-revision" if subject.channel.is_none() => {
            "look at it and decide again; `registry api` takes the `revision` that it shows as --if-match".into()
        }
        "precondition-required" => {
            format!("add --if-revision N; `registry channel show {channel}` says which it has now")
        }
        "stale-revision" => format!("`registry channel show {channel}` shows what it serves now"),
        "version-in-use" if subject.action == "yank" => {
            "add --rollback-channels to roll the channels back in the same step, or --force to leave them there".into()
        }
        "version-in-use" => {
            format!("registry version disable {model}@{} --reason TEXT", subject.version.unwrap_or("VERSION"))
        }
        "reason-required" => "add --reason TEXT".into(),
        "channel-not-found" => format!("`registry channel list {model}` lists them"),
        "file-not-found" => {
            format!("`registry version show {model}@{}` lists them", subject.version.unwrap_or("VERSION"))
        }
        "version-not-found" | "no-match" | "build-mismatch" => format!("`registry version list {model}` lists them"),
        // A publish makes the model, unless it may not even see it.
        "model-not-found" if matches!(subject.action, "compatibility-checks" | "uploads") => {
            "your token is limited to other models; `registry whoami` shows its scopes".into()
        }
        "model-not-found" => format!("`registry model list {}` lists those that are there", subject.namespace),
        "namespace-not-found" if subject.namespace == "registry" => {
            "it is that of the registry itself: only its members see it".into()
        }
        "namespace-not-found" => format!(
            "if it exists, you are no member or your token is limited: ask an admin of it; if not, administrators make it \
             with `registry namespace create {}`",
            subject.namespace
        ),
        "forbidden" if subject.channel.is_some() => format!(
            "`registry whoami` shows your roles and scopes, `registry channel show {channel}` its promoters, `registry member \
             list {}` who the admins are",
            subject.namespace
        ),
        "forbidden" if subject.namespace != "NS" => format!(
            "`registry whoami` shows your roles and scopes, `registry member list {}` who its admins are",
            subject.namespace
        ),
        "member-not-found" => format!("`registry member list {}` shows who is one", subject.namespace),
        "principal-not-found" => {
            "`registry principal create NAME` makes one, for administrators of the registry".into()
        }
        "principal-exists" => "`registry principal show NAME` shows it".into(),
        "token-not-found" => "`registry token list` shows them; --of PRINCIPAL those of another one".into(),
        "last-admin" => "registry member set registry NAME --role admin".into(),
        "model-archived" => format!("registry model restore {model}"),
        "rollback-needs-target" => format!("add --to VERSION; `registry channel history {channel}` shows them"),
        "rollback-target-not-eligible" | "never-on-channel" => {
            format!("`registry channel history {channel}` shows what it has served")
        }
        "host-not-allowed" => "start the server with `--allowed-host NAME`, or name it as it knows itself".into(),
        _ => return None,
    })
}

/// What to do about each gate that a version does not pass.
fn of_gates(problem: &Problem, channel: &str, namespace: &str) -> Option<String> {
    let advice = |gate: &str| match gate {
        "major-not-allowed" => Some("add --allow-major if its consumers are ready for it".to_owned()),
        "outside-constraint" => {
            Some(format!("name a version inside it, or `registry channel policy {channel} --constraint RANGE`"))
        }
        "step-too-large" => {
            Some(format!("take a smaller step, or `registry channel policy {channel} --largest-step STEP`"))
        }
        "unsafe-needs-admin" => Some(format!("`registry member list {namespace}` names the admins")),
        "version-not-found" => Some("publish it first, or name a version of the model".to_owned()),
        "version-not-live" => Some("bring it back with `registry version`, or name another one".to_owned()),
        _ => None,
    };
    let found: Vec<String> = problem.gates().filter_map(advice).collect();
    (!found.is_empty()).then(|| found.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(code: &str, instance: &str) -> Option<String> {
        help(&super::super::problem::problem(409, code, instance))
    }

    #[test]
    fn help_names_what_the_request_was_about() {
        let path = "/api/v1/namespaces/acme/models/fraud";
        let channel = format!("{path}/channels/production/promote");
        assert_eq!(of("channel-not-found", &channel).unwrap(), "`registry channel list acme/fraud` lists them");
        let stale = of("stale-revision", &channel).unwrap();
        assert!(stale.contains("registry channel show acme/fraud production"), "{stale}");
        let policy = of("stale-revision", "/api/v1/namespaces/acme/policy").unwrap();
        assert!(policy.contains("--if-match"), "{policy}");
        assert_eq!(of("model-archived", &format!("{path}/uploads")).unwrap(), "registry model restore acme/fraud");
        assert!(of("version-in-use", &format!("{path}/versions/1.0.0/yank?x=y")).unwrap().contains("--force"));
        assert!(of("version-in-use", &format!("{path}/versions/1.0.0")).unwrap().contains("acme/fraud@1.0.0"));
        assert_eq!(of("internal", path), None);
        assert!(of("forbidden", &format!("{path}/archive")).unwrap().contains("`registry member list acme`"));
        assert_eq!(of("forbidden", "/api/v1/principals"), None);
    }
}
