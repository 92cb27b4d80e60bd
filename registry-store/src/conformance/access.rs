//! Who may come in: principals, tokens, members, and what they may know of.

use std::sync::Arc;

use jiff::Timestamp;
use registry_core::access::{Action, Grants, PrincipalKind, Role, Scope, Scopes};
use registry_core::digest::Digest;
use registry_core::name::{NamespaceName, PrincipalName};
use uuid::Uuid;

use super::world::{World, new_namespace};
use super::{Bench, Failure, Outcome, ensure, ensure_conflict, ensure_eq, found};
use crate::Metadata;
use crate::access::{Principal, REGISTRY, Reader, TokenRecord};
use crate::change::{Change, Write};
use crate::error::StoreError;
use crate::rows::Namespace;

/// A principal, as the first one of a registry is.
pub(super) fn principal(name: &str, at: Timestamp) -> Result<Principal, Failure> {
    Ok(Principal {
        name: name.parse()?,
        kind: PrincipalKind::Service,
        description: "the pipeline".to_owned(),
        disabled_at: None,
        created_at: at,
        created_by: "admin".to_owned(),
    })
}

/// A token of a principal, for a secret.
pub(super) fn token(principal: &PrincipalName, secret: &[u8], at: Timestamp) -> TokenRecord {
    TokenRecord {
        id: Uuid::now_v7(),
        sha256: Digest::of(secret),
        principal: principal.clone(),
        description: "nightly".to_owned(),
        scopes: None,
        expires_at: None,
        revoked_at: None,
        last_used_at: None,
        created_at: at,
        created_by: "admin".to_owned(),
    }
}

/// Writes to a namespace as it is now.
async fn write(store: &dyn Metadata, namespace: &NamespaceName, writes: Vec<Write>) -> Result<(), Failure> {
    let row = found(store.namespace(namespace).await?, "the namespace")?;
    Ok(store.commit(change(&row, store.now().await?, writes)).await?)
}

fn change(namespace: &Namespace, at: Timestamp, writes: Vec<Write>) -> Change {
    Change { guard: namespace.guard(), stamp: Uuid::new_v4(), at, writes, events: Vec::new(), answer: None }
}

async fn made(store: &dyn Metadata, name: &str) -> Result<Principal, Failure> {
    let made = principal(name, store.now().await?)?;
    write(store, &NamespaceName::of_the_registry(), vec![Write::InsertPrincipal(made.clone())]).await?;
    Ok(made)
}

pub(super) async fn principals(bench: Arc<Bench>) -> Outcome {
    let store = &bench.store;
    let registry = NamespaceName::of_the_registry();
    let ada: PrincipalName = "ada".parse()?;
    ensure_eq(&store.principal(&ada).await?, &None, "nobody")?;
    let before = made(store.as_ref(), "ada").await?;
    let seen = found(store.principal(&ada).await?, "the principal")?;
    ensure_eq(&Principal { created_at: before.created_at, ..seen.clone() }, &before, "the principal")?;
    let again = write(store.as_ref(), &registry, vec![Write::InsertPrincipal(before)]).await;
    ensure(again.is_err(), "a name that is taken was taken again")?;
    let update = |is_disabled| Write::UpdatePrincipal { name: ada.clone(), description: "Ada".to_owned(), is_disabled };
    write(store.as_ref(), &registry, vec![update(true)]).await?;
    let disabled = found(store.principal(&ada).await?, "the principal")?;
    ensure(disabled.disabled_at.is_some() && disabled.description == "Ada", "what was updated")?;
    write(store.as_ref(), &registry, vec![update(true)]).await?;
    ensure_eq(&found(store.principal(&ada).await?, "the principal")?, &disabled, "disabled twice")?;
    write(store.as_ref(), &registry, vec![update(false)]).await?;
    ensure_eq(&found(store.principal(&ada).await?, "the principal")?.disabled_at, &None, "disabled no more")?;
    for name in ["zoe", "ci@acme"] {
        made(store.as_ref(), name).await?;
    }
    let page = store.principals(Some(&ada), 1).await?;
    let names: Vec<_> = page.rows.iter().map(|row| row.name.as_str()).collect();
    ensure_eq(&(names, page.more), &(vec!["ci@acme"], true), "the page after ada")
}

pub(super) async fn tokens(bench: Arc<Bench>) -> Outcome {
    let store = &bench.store;
    let registry = NamespaceName::of_the_registry();
    let bot = made(store.as_ref(), "bot").await?.name;
    let at = |second| Timestamp::new(second, 123_456_000);
    let scope = Scope {
        actions: [Action::Publish].into_iter().collect(),
        namespace: "acme".parse()?,
        model: "fraud-*".parse()?,
        channel: "*".parse()?,
    };
    let plain = token(&bot, b"plain", at(1_700_000_000)?);
    let limited = TokenRecord {
        scopes: Some(Scopes(vec![scope])),
        expires_at: Some(at(4_000_000_000)?),
        ..token(&bot, b"limited", at(1_700_000_001)?)
    };
    for token in [&plain, &limited] {
        write(store.as_ref(), &registry, vec![Write::InsertToken(Box::new(token.clone()))]).await?;
        let stored = found(store.token(token.id).await?, "the token")?;
        ensure_eq(&TokenRecord { created_at: token.created_at, ..stored }, token, "the token")?;
    }
    ensure(store.has_tokens().await?, "there are tokens")?;
    let twin = TokenRecord { id: Uuid::now_v7(), ..plain.clone() };
    let twin = write(store.as_ref(), &registry, vec![Write::InsertToken(Box::new(twin))]).await;
    ensure(twin.is_err(), "a digest that is taken was taken again")?;
    store.touch_token(plain.id, at(1_800_000_000)?).await?;
    store.touch_token(plain.id, at(1_700_000_000)?).await?;
    store.touch_token(Uuid::now_v7(), at(1_700_000_000)?).await?;
    let used = found(store.token(plain.id).await?, "the token")?;
    ensure_eq(&used.last_used_at, &Some(at(1_800_000_000)?), "when it was last used")?;
    write(store.as_ref(), &registry, vec![Write::RevokeToken { id: plain.id }]).await?;
    ensure(found(store.token(plain.id).await?, "the token")?.revoked_at.is_some(), "the end of the token")?;
    let row = found(store.namespace(&registry).await?, "the registry")?;
    let twice = change(&row, store.now().await?, vec![Write::RevokeToken { id: plain.id }]);
    ensure_conflict(&store.commit(twice).await, "revoked twice")?;
    let first = store.tokens(&bot, None, 1).await?;
    ensure_eq(&(first.rows.iter().map(|row| row.id).collect(), first.more), &(vec![plain.id], true), "the first page")?;
    let second = store.tokens(&bot, Some(plain.id), 1).await?;
    ensure_eq(&(second.rows.iter().map(|row| row.id).collect(), second.more), &(vec![limited.id], false), "the second")
}

pub(super) async fn bearers(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let (store, acme) = (world.store.as_ref(), &world.namespace);
    let registry = NamespaceName::of_the_registry();
    let bot = made(store, "bot").await?.name;
    let key = token(&bot, b"key", store.now().await?);
    write(store, &registry, vec![Write::InsertToken(Box::new(key.clone()))]).await?;
    let grants = async |namespace: Option<&NamespaceName>| {
        let bearer = found(store.bearer(key.sha256, namespace).await?, "the bearer")?;
        ensure_eq(&(bearer.token.id, bearer.kind), &(key.id, PrincipalKind::Service), "the bearer")?;
        Ok::<_, Failure>(bearer.grants)
    };
    ensure_eq(&store.bearer(Digest::of(b"other"), Some(acme)).await?, &None, "a token that nobody made")?;
    ensure_eq(&grants(None).await?, &Grants::default(), "nowhere")?;
    ensure_eq(&grants(Some(&"nowhere".parse()?)).await?, &Grants::default(), "in a namespace that is not there")?;
    ensure_eq(&grants(Some(acme)).await?, &Grants::of_a_stranger(Some(false)), "as a stranger")?;
    let roles = |roles: &[Role]| Write::SetMember { principal: bot.clone(), roles: roles.iter().copied().collect() };
    write(store, acme, vec![roles(&[Role::Publisher, Role::Promoter])]).await?;
    let member = grants(Some(acme)).await?;
    ensure_eq(&member.roles, &[Role::Publisher, Role::Promoter].into_iter().collect(), "the roles of the member")?;
    ensure(!member.is_administrator && member.is_private == Some(false), "what else the member is")?;
    ensure_eq(&grants(Some(&registry)).await?, &Grants::of_a_stranger(Some(true)), "in the registry")?;
    write(store, &registry, vec![roles(&[Role::Reader])]).await?;
    ensure(!grants(Some(acme)).await?.is_administrator, "a reader of the registry looks after it")?;
    write(store, &registry, vec![roles(&[Role::Admin])]).await?;
    ensure(grants(Some(acme)).await?.is_administrator, "an admin of the registry does not look after it")?;
    write(store, acme, vec![roles(&[])]).await?;
    ensure(grants(Some(acme)).await?.roles.is_empty(), "who is no member any longer has roles")?;
    let memberships = store.memberships(&bot).await?;
    ensure_eq(&memberships, &vec![(registry, [Role::Admin].into_iter().collect())], "the memberships")
}

pub(super) async fn way_in(bench: Arc<Bench>) -> Outcome {
    let store = bench.store.as_ref();
    let registry = NamespaceName::of_the_registry();
    let at = store.now().await?;
    let has = async || Ok::<_, Failure>(store.has_way_in(at).await?);
    ensure(!has().await?, "a registry that nobody has entered")?;
    let ada = made(store, "ada").await?.name;
    let hour = jiff::SignedDuration::from_hours(1);
    let [limited, ended, good] = ["limited", "ended", "good"].map(|secret| token(&ada, secret.as_bytes(), at));
    let limited = TokenRecord { scopes: Some(Scopes::default()), ..limited };
    let ended = TokenRecord { expires_at: Some(at - hour), ..ended };
    for token in [limited, ended] {
        write(store, &registry, vec![Write::InsertToken(Box::new(token))]).await?;
    }
    let roles = |roles: &[Role]| Write::SetMember { principal: ada.clone(), roles: roles.iter().copied().collect() };
    write(store, &registry, vec![roles(&[Role::Admin])]).await?;
    ensure(!has().await?, "a token that is limited, and one that has ended")?;
    let good = TokenRecord { expires_at: Some(at + hour), ..good };
    write(store, &registry, vec![Write::InsertToken(Box::new(good.clone()))]).await?;
    ensure(has().await?, "a token that opens everything")?;
    write(store, &registry, vec![roles(&[Role::Reader, Role::Promoter])]).await?;
    ensure(!has().await?, "a token of somebody who is no admin")?;
    write(store, &registry, vec![roles(&[Role::Reader, Role::Admin])]).await?;
    let update = |is_disabled| Write::UpdatePrincipal { name: ada.clone(), description: String::new(), is_disabled };
    write(store, &registry, vec![update(true)]).await?;
    ensure(!has().await?, "a token of somebody who is disabled")?;
    write(store, &registry, vec![update(false)]).await?;
    ensure(has().await?, "what opens everything again")?;
    write(store, &registry, vec![Write::RevokeToken { id: good.id }]).await?;
    ensure(!has().await?, "a token that was revoked")
}

pub(super) async fn members(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let (store, acme) = (world.store.as_ref(), &world.namespace);
    for name in ["ada", "bob", "zoe"] {
        let principal = made(store, name).await?.name;
        let roles = [Role::Reader].into_iter().collect();
        write(store, acme, vec![Write::SetMember { principal, roles }]).await?;
    }
    let page = store.members(acme, Some(&"ada".parse()?), 1).await?;
    let names: Vec<_> = page.rows.iter().map(|row| row.principal.as_str()).collect();
    ensure_eq(&(names, page.more), &(vec!["bob"], true), "the members after ada")?;
    let bob = found(store.member(acme, &"bob".parse()?).await?, "bob")?;
    ensure_eq(&Some(&bob), &page.rows.first(), "a member alone and in the list")?;
    ensure_eq(&store.member(&NamespaceName::of_the_registry(), &bob.principal).await?, &None, "bob in the registry")?;
    let nobody = Write::SetMember { principal: "nobody".parse()?, roles: [Role::Reader].into_iter().collect() };
    let row = found(store.namespace(acme).await?, "the namespace")?;
    ensure_conflict(&store.commit(change(&row, store.now().await?, vec![nobody])).await, "a member that nobody is")?;
    let stale = change(&row, store.now().await?, Vec::new());
    store.commit(stale.clone()).await?;
    ensure_conflict(&store.commit(stale).await, "members on a stale revision")
}

/// Tokens and principals belong to the registry: no other guard covers them.
pub(super) async fn uncovered(bench: Arc<Bench>) -> Outcome {
    let world = World::new(&bench.store).await?;
    let store = world.store.as_ref();
    let row = found(store.namespace(&world.namespace).await?, "the namespace")?;
    ensure(row.id != REGISTRY, "a namespace is that of the registry")?;
    let at = store.now().await?;
    let ada = principal("ada", at)?;
    for write in [
        Write::InsertToken(Box::new(token(&ada.name, b"key", at))),
        Write::RevokeToken { id: Uuid::now_v7() },
        Write::UpdatePrincipal { name: ada.name.clone(), description: String::new(), is_disabled: false },
        Write::InsertPrincipal(ada.clone()),
    ] {
        let refused = store.commit(change(&row, at, vec![write])).await;
        ensure(matches!(refused, Err(StoreError::Database(_))), format_args!("it was accepted: {refused:?}"))?;
    }
    ensure_eq(&store.principal(&ada.name).await?, &None, "the principal that was refused")
}

pub(super) async fn readers(bench: Arc<Bench>) -> Outcome {
    let store = bench.store.as_ref();
    let at = store.now().await?;
    for (name, hidden) in [("acme", false), ("secret", true), ("vault", true)] {
        let mut change = new_namespace(at, name)?;
        for write in &mut change.writes {
            if let Write::InsertNamespace { is_private, .. } = write {
                *is_private = hidden;
            }
        }
        store.commit(change).await?;
        World::with_model(&bench.store, name, "fraud").await?;
    }
    let ada = made(store, "ada").await?.name;
    let roles = [Role::Reader].into_iter().collect();
    write(store, &"vault".parse()?, vec![Write::SetMember { principal: ada.clone(), roles }]).await?;
    for (reader, expected) in [
        (Reader::Anyone, vec!["acme"]),
        (Reader::Principal(&ada), vec!["acme", "vault"]),
        (Reader::Administrator, vec!["acme", "secret", "vault"]),
    ] {
        let listed = store.namespaces(reader, None, 10).await?.rows;
        ensure_eq(&listed.iter().map(|row| row.name.as_str()).collect(), &expected, "the namespaces of a reader")?;
        let hits = store.search(reader, "fraud", None, 10).await?.rows;
        ensure_eq(&hits.iter().map(|row| row.namespace.as_str()).collect(), &expected, "what a reader finds")?;
        let page = store.namespaces(reader, None, 1).await?;
        ensure_eq(&page.more, &(expected.len() > 1), "whether more follows")?;
    }
    Ok(())
}
