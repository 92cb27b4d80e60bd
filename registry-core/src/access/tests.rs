use proptest::prelude::*;

use super::*;

const ACTIONS: [Action; 4] = [Action::Read, Action::Publish, Action::Promote, Action::Admin];

fn names() -> (NamespaceName, ModelName, ChannelName) {
    ("acme".parse().unwrap(), "fraud-v2".parse().unwrap(), "production".parse().unwrap())
}

fn member(roles: &[Role]) -> Grants {
    Grants { is_private: Some(true), roles: roles.iter().copied().collect(), ..Grants::default() }
}

/// A member with these roles and a token with these scopes.
fn limited(roles: &[Role], scopes: &str) -> Grants {
    Grants { scopes: serde_json::from_str(scopes).unwrap(), ..member(roles) }
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
        let elsewhere = limited(&[Role::Admin], r#"[{"actions":["admin"],"model":"churn"}]"#);
        assert_eq!(elsewhere.allow(action, target), Err(Refusal::Hidden));
    }
    assert_eq!(member(&[Role::Reader]).allow(Action::Publish, target), Err(Refusal::Role));
    let reading = limited(&[Role::Publisher], r#"[{"actions":["read"]}]"#);
    assert_eq!(reading.allow(Action::Publish, target), Err(Refusal::Scope));
}

#[test]
fn scopes_narrow() {
    use Action::{Admin, Promote, Publish, Read};
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
        assert_eq!(allowed(&limited(&[Role::Admin], scopes)), expected, "{scopes}");
    }
}

#[test]
fn a_limited_token_neither_administers_the_registry_nor_makes_namespaces() {
    let (acme, model, _) = names();
    let registry = NamespaceName::of_the_registry();
    let administrator = Grants { is_administrator: true, ..limited(&[Role::Admin], r#"[{"actions":["admin"]}]"#) };
    let of_registry = Target { namespace: &registry, model: None, channel: None };
    assert_eq!(administrator.allow(Action::Read, of_registry), Ok(()));
    for action in [Action::Publish, Action::Promote, Action::Admin] {
        assert_eq!(administrator.allow(action, of_registry), Err(Refusal::Scope));
    }
    let nowhere = Grants { is_private: None, ..administrator };
    let target = Target { namespace: &acme, model: Some(&model), channel: None };
    assert_eq!(nowhere.allow(Action::Publish, target), Err(Refusal::Hidden));
    assert_eq!(Grants { scopes: None, ..nowhere }.allow(Action::Publish, target), Ok(()));
}

#[test]
fn a_channel_limits_its_policy_too() {
    let (namespace, model, channel) = names();
    let grants = limited(&[Role::Admin], r#"[{"actions":["admin"],"channel":"staging"}]"#);
    let staging: ChannelName = "staging".parse().unwrap();
    let at = |channel| Target { namespace: &namespace, model: Some(&model), channel };
    assert_eq!(grants.allow(Action::Admin, at(Some(&staging))), Ok(()));
    assert_eq!(grants.allow(Action::Admin, at(Some(&channel))), Err(Refusal::Scope));
    assert_eq!(grants.allow(Action::Admin, at(None)), Err(Refusal::Scope));
}

#[test]
fn scopes_reach_the_namespaces_that_they_name() {
    let (namespace, _, _) = names();
    let reach = |scopes: &str| serde_json::from_str::<Scopes>(scopes).unwrap().reach(&namespace);
    assert!(reach(r#"[{"actions":["read"],"namespace":"ac*","model":"x"}]"#));
    assert!(!reach(r#"[{"actions":["read"],"namespace":"vault"}]"#));
}

#[test]
fn whole_namespaces_need_whole_scopes() {
    let (namespace, _, _) = names();
    let whole = Target { namespace: &namespace, model: None, channel: None };
    let some = limited(&[Role::Admin], r#"[{"actions":["read"],"model":"fraud-*"}]"#);
    assert_eq!(some.allow(Action::Read, whole), Err(Refusal::Hidden));
    let all = limited(&[Role::Admin], r#"[{"actions":["read"],"model":"*"}]"#);
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
        let narrow = Grants { scopes: Some(Scopes(vec![scope])), ..free.clone() };
        let may = allowed(&free);
        prop_assert!(allowed(&narrow).iter().all(|action| may.contains(action)));
    }
}
