use proptest::prelude::*;

use super::*;

const ACTIONS: [Action; 4] = Action::ALL;

fn names() -> (NamespaceName, ModelName, ChannelName) {
    ("acme".parse().unwrap(), "fraud-v2".parse().unwrap(), "production".parse().unwrap())
}

fn member(roles: &[Role]) -> Grants {
    Grants { is_private: Some(true), roles: roles.iter().copied().collect(), ..Grants::default() }
}

fn scopes_of(text: &str) -> Scopes {
    serde_json::from_str(text).unwrap()
}

/// What is allowed of all actions at the channel of [`names`].
fn allowed(grants: &Grants) -> Vec<Action> {
    let (namespace, model, channel) = names();
    let target = Target { namespace: &namespace, model: Some(&model), channel: Some(&channel) };
    ACTIONS.into_iter().filter(|action| grants.allow(*action, target).is_ok()).collect()
}

#[test]
fn roles_allow_what_they_say() {
    use Action::{Admin, Promote, Publish, Read};
    assert_eq!(allowed(&member(&[])), []);
    assert_eq!(allowed(&member(&[Role::Reader])), [Read]);
    assert_eq!(allowed(&member(&[Role::Publisher])), [Read, Publish]);
    assert_eq!(allowed(&member(&[Role::Promoter])), [Read, Promote]);
    assert_eq!(allowed(&member(&[Role::Publisher, Role::Promoter])), [Read, Publish, Promote]);
    assert_eq!(allowed(&member(&[Role::Admin])), [Read, Publish, Promote, Admin]);
    assert_eq!(allowed(&Grants::of_a_stranger(Some(false))), [Read]);
    assert_eq!(allowed(&Grants::of_a_stranger(Some(true))), []);
    assert_eq!(allowed(&Grants::of_a_stranger(None)), []);
}

#[test]
fn what_may_not_be_read_is_not_there() {
    let (namespace, model, _) = names();
    let target = Target { namespace: &namespace, model: Some(&model), channel: None };
    for action in ACTIONS {
        assert_eq!(member(&[]).allow(action, target), Err(Refusal::Hidden));
        let elsewhere =
            Grants { scopes: Some(scopes_of(r#"[{"actions":["admin"],"model":"churn"}]"#)), ..member(&[Role::Admin]) };
        assert_eq!(elsewhere.allow(action, target), Err(Refusal::Hidden));
    }
    assert_eq!(member(&[Role::Reader]).allow(Action::Publish, target), Err(Refusal::Role));
    let reading = Grants { scopes: Some(scopes_of(r#"[{"actions":["read"]}]"#)), ..member(&[Role::Publisher]) };
    assert_eq!(reading.allow(Action::Publish, target), Err(Refusal::Scope));
}

#[test]
fn scopes_narrow() {
    use Action::{Admin, Promote, Publish, Read};
    let admin = member(&[Role::Admin]);
    for (scopes, expected) in [
        ("[]", vec![]),
        (r#"[{"actions":[]}]"#, vec![]),
        (r#"[{"actions":["publish"]}]"#, vec![Read, Publish]),
        (r#"[{"actions":["publish"],"namespace":"acme","model":"fraud-*"}]"#, vec![Read, Publish]),
        (r#"[{"actions":["publish"],"namespace":"acm"}]"#, vec![]),
        (r#"[{"actions":["promote"],"channel":"staging"}]"#, vec![Read]),
        (r#"[{"actions":["promote"],"channel":"prod*"}]"#, vec![Read, Promote]),
        (r#"[{"actions":["promote"],"channel":"staging"},{"actions":["publish"],"model":"*v2"}]"#, vec![Read, Publish]),
        (r#"[{"actions":["admin"]}]"#, vec![Read, Publish, Promote, Admin]),
    ] {
        assert_eq!(allowed(&Grants { scopes: Some(scopes_of(scopes)), ..admin.clone() }), expected, "{scopes}");
    }
}

#[test]
fn whole_namespaces_need_whole_scopes() {
    let (namespace, _, _) = names();
    let whole = Target { namespace: &namespace, model: None, channel: None };
    let some =
        Grants { scopes: Some(scopes_of(r#"[{"actions":["read"],"model":"fraud-*"}]"#)), ..member(&[Role::Admin]) };
    assert_eq!(some.allow(Action::Read, whole), Err(Refusal::Hidden));
    let all = Grants { scopes: Some(scopes_of(r#"[{"actions":["read"],"model":"*"}]"#)), ..member(&[Role::Admin]) };
    assert_eq!(all.allow(Action::Read, whole), Ok(()));
}

#[test]
fn patterns_are_names_with_stars() {
    for text in ["", "A", "a/b", "ä", "a b", "a?", &"a".repeat(65)] {
        assert!(text.parse::<Glob>().is_err(), "{text}");
    }
    let error = serde_json::from_str::<Glob>("\"Fraud\"").unwrap_err().to_string();
    assert!(error.contains("`Fraud` is no pattern") && error.contains("fraud-*"), "{error}");
}

/// Whether a name fits, by trying every length of every star.
fn fits_slowly(pattern: &[u8], name: &[u8]) -> bool {
    match pattern.split_first() {
        None => name.is_empty(),
        Some((b'*', rest)) => (0..=name.len()).any(|cut| fits_slowly(rest, &name[cut..])),
        Some((byte, rest)) => name.split_first().is_some_and(|(first, name)| first == byte && fits_slowly(rest, name)),
    }
}

proptest! {
    #[test]
    fn patterns_fit_what_their_stars_can_be(pattern in "[ab*]{1,6}", name in "[ab]{0,8}") {
        let glob: Glob = pattern.parse().unwrap();
        prop_assert_eq!(glob.fits(&name), fits_slowly(pattern.as_bytes(), name.as_bytes()));
    }

    /// No token may do what its bearer may not.
    #[test]
    fn scopes_add_nothing(
        roles in prop::collection::vec(prop::sample::select(Role::ALL.to_vec()), 0..3),
        actions in prop::collection::btree_set(prop::sample::select(ACTIONS.to_vec()), 0..4),
        is_private: bool,
    ) {
        let free = Grants { is_private: Some(is_private), ..member(&roles) };
        let scope = Scope { actions, namespace: Glob::any(), model: Glob::any(), channel: Glob::any() };
        let limited = Grants { scopes: Some(Scopes(vec![scope])), ..free.clone() };
        let may = allowed(&free);
        prop_assert!(allowed(&limited).iter().all(|action| may.contains(action)));
    }
}

#[test]
fn scopes_are_read_and_written_as_one_text() {
    let of = |text: &str| text.parse::<Scope>();
    let json = |text: &str| serde_json::to_value(of(text).unwrap()).unwrap();
    assert_eq!(
        json("promote,publish:acme/fraud-*:staging"),
        serde_json::json!({"actions": ["publish", "promote"], "namespace": "acme", "model": "fraud-*", "channel": "staging"})
    );
    assert_eq!(
        json("read:*"),
        serde_json::json!({"actions": ["read"], "namespace": "*", "model": "*", "channel": "*"})
    );
    for text in ["read:*", "publish:acme/fraud-*", "promote:acme/fraud:staging", "publish,promote:acme:canary-*"] {
        assert_eq!(of(text).unwrap().to_string(), text);
    }
    // What is not limited need not be said.
    assert_eq!(of("admin:acme/*:*").unwrap().to_string(), "admin:acme");
}

#[test]
fn what_is_no_scope_says_what_to_write() {
    for (text, part) in [
        ("publish", "ACTION[,ACTION]:NAMESPACE[/MODEL][:CHANNEL]"),
        ("", "says not where"),
        ("fly:acme", "`fly` is no action"),
        ("publish, promote:acme", "` promote` is no action"),
        (":acme", "`` is no action"),
        ("publish:", "`` is no pattern"),
        ("publish:acme/", "`` is no pattern"),
        ("publish:Acme", "`Acme` is no pattern"),
        ("publish:acme/a/b", "`a/b` is no pattern"),
        ("publish:acme/fraud:staging", "only `promote` moves channels"),
        ("promote:acme/fraud:", "`` is no pattern"),
        ("promote:acme/fraud:a:b", "`a:b` is no pattern"),
    ] {
        let said = text.parse::<Scope>().unwrap_err().to_string();
        assert!(said.contains(part), "{text}: {said}");
    }
}

proptest! {
    #[test]
    fn a_scope_that_is_written_is_read_again(text in "[a-z,*]{1,12}:[a-z*/:.-]{0,16}|\\PC{0,24}") {
        if let Ok(scope) = text.parse::<Scope>() {
            prop_assert_eq!(scope.to_string().parse::<Scope>().unwrap().to_string(), scope.to_string());
        }
    }
}
