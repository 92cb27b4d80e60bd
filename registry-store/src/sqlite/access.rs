//! Who may come in: tokens, principals, members.

use async_trait::async_trait;
use jiff::Timestamp;
use registry_core::access::Roles;
use registry_core::digest::Digest;
use registry_core::name::{NamespaceName, PrincipalName};
use uuid::Uuid;

use super::{SqliteStore, members, principals, tokens};
use crate::access::{Access, Bearer, Member, Principal, TokenRecord};
use crate::error::StoreError;
use crate::rows::Page;

#[async_trait]
impl Access for SqliteStore {
    async fn bearer(&self, sha256: Digest, namespace: Option<&NamespaceName>) -> Result<Option<Bearer>, StoreError> {
        tokens::bearer(&mut *self.reader().await?, sha256, namespace).await
    }

    async fn touch_token(&self, id: Uuid, at: Timestamp) -> Result<(), StoreError> {
        self.write(async |connection| tokens::touch(connection, id, at).await).await
    }

    async fn has_tokens(&self) -> Result<bool, StoreError> {
        tokens::any(&mut *self.reader().await?).await
    }

    async fn has_way_in(&self, at: Timestamp) -> Result<bool, StoreError> {
        tokens::way_in(&mut *self.reader().await?, at).await
    }

    async fn token(&self, id: Uuid) -> Result<Option<TokenRecord>, StoreError> {
        tokens::find(&mut *self.reader().await?, id).await
    }

    async fn tokens(
        &self,
        principal: &PrincipalName,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Page<TokenRecord>, StoreError> {
        tokens::list(&mut *self.reader().await?, principal, after, limit).await
    }

    async fn principal(&self, name: &PrincipalName) -> Result<Option<Principal>, StoreError> {
        principals::find(&mut *self.reader().await?, name).await
    }

    async fn principals(&self, after: Option<&PrincipalName>, limit: u32) -> Result<Page<Principal>, StoreError> {
        principals::list(&mut *self.reader().await?, after, limit).await
    }

    async fn member(&self, namespace: &NamespaceName, principal: &PrincipalName) -> Result<Option<Member>, StoreError> {
        members::find(&mut *self.reader().await?, namespace, principal).await
    }

    async fn members(
        &self,
        namespace: &NamespaceName,
        after: Option<&PrincipalName>,
        limit: u32,
    ) -> Result<Page<Member>, StoreError> {
        members::list(&mut *self.reader().await?, namespace, after, limit).await
    }

    async fn memberships(&self, principal: &PrincipalName) -> Result<Vec<(NamespaceName, Roles)>, StoreError> {
        members::of_principal(&mut *self.reader().await?, principal).await
    }
}
