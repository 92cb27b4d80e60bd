//! Who may come in: tokens, principals, members.

use async_trait::async_trait;
use jiff::Timestamp;
use registry_core::access::Roles;
use registry_core::digest::Digest;
use registry_core::name::{NamespaceName, PrincipalName};
use uuid::Uuid;

use super::{PostgresStore, members, principals, tokens};
use crate::access::{Access, Bearer, Member, Principal, TokenRecord};
use crate::error::StoreError;
use crate::rows::Page;

#[async_trait]
impl Access for PostgresStore {
    async fn bearer(&self, sha256: Digest, namespace: Option<&NamespaceName>) -> Result<Option<Bearer>, StoreError> {
        self.run(async |connection| tokens::bearer(connection, sha256, namespace).await).await
    }

    async fn touch_token(&self, id: Uuid, at: Timestamp) -> Result<(), StoreError> {
        self.write(async |connection| tokens::touch(connection, id, at).await).await
    }

    async fn has_tokens(&self) -> Result<bool, StoreError> {
        self.run(tokens::any).await
    }

    async fn has_way_in(&self, at: Timestamp) -> Result<bool, StoreError> {
        self.run(async |connection| tokens::way_in(connection, at).await).await
    }

    async fn token(&self, id: Uuid) -> Result<Option<TokenRecord>, StoreError> {
        self.run(async |connection| tokens::find(connection, id).await).await
    }

    async fn tokens(
        &self,
        principal: &PrincipalName,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Page<TokenRecord>, StoreError> {
        self.run(async |connection| tokens::list(connection, principal, after, limit).await).await
    }

    async fn principal(&self, name: &PrincipalName) -> Result<Option<Principal>, StoreError> {
        self.run(async |connection| principals::find(connection, name).await).await
    }

    async fn principals(&self, after: Option<&PrincipalName>, limit: u32) -> Result<Page<Principal>, StoreError> {
        self.run(async |connection| principals::list(connection, after, limit).await).await
    }

    async fn member(&self, namespace: &NamespaceName, principal: &PrincipalName) -> Result<Option<Member>, StoreError> {
        self.run(async |connection| members::find(connection, namespace, principal).await).await
    }

    async fn members(
        &self,
        namespace: &NamespaceName,
        after: Option<&PrincipalName>,
        limit: u32,
    ) -> Result<Page<Member>, StoreError> {
        self.run(async |connection| members::list(connection, namespace, after, limit).await).await
    }

    async fn memberships(&self, principal: &PrincipalName) -> Result<Vec<(NamespaceName, Roles)>, StoreError> {
        self.run(async |connection| members::of_principal(connection, principal).await).await
    }
}
