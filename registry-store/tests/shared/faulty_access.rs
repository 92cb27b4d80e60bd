//! Who may come in, of an engine with a fault: all is passed on.

use async_trait::async_trait;
use jiff::Timestamp;
use registry_core::access::Roles;
use registry_core::digest::Digest;
use registry_core::name::{NamespaceName, PrincipalName};
use registry_store::StoreError;
use registry_store::access::{Access, Bearer, Member, Principal, TokenRecord};
use registry_store::rows::Page;
use uuid::Uuid;

use super::Faulty;

#[async_trait]
impl Access for Faulty {
    async fn bearer(&self, sha256: Digest, namespace: Option<&NamespaceName>) -> Result<Option<Bearer>, StoreError> {
        self.store.bearer(sha256, namespace).await
    }

    async fn touch_token(&self, id: Uuid, at: Timestamp) -> Result<(), StoreError> {
        self.store.touch_token(id, at).await
    }

    async fn has_tokens(&self) -> Result<bool, StoreError> {
        self.store.has_tokens().await
    }

    async fn has_way_in(&self, at: Timestamp) -> Result<bool, StoreError> {
        self.store.has_way_in(at).await
    }

    async fn token(&self, id: Uuid) -> Result<Option<TokenRecord>, StoreError> {
        self.store.token(id).await
    }

    async fn tokens(
        &self,
        principal: &PrincipalName,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Page<TokenRecord>, StoreError> {
        self.store.tokens(principal, after, limit).await
    }

    async fn principal(&self, name: &PrincipalName) -> Result<Option<Principal>, StoreError> {
        self.store.principal(name).await
    }

    async fn principals(&self, after: Option<&PrincipalName>, limit: u32) -> Result<Page<Principal>, StoreError> {
        self.store.principals(after, limit).await
    }

    async fn member(&self, namespace: &NamespaceName, principal: &PrincipalName) -> Result<Option<Member>, StoreError> {
        self.store.member(namespace, principal).await
    }

    async fn members(
        &self,
        namespace: &NamespaceName,
        after: Option<&PrincipalName>,
        limit: u32,
    ) -> Result<Page<Member>, StoreError> {
        self.store.members(namespace, after, limit).await
    }

    async fn memberships(&self, principal: &PrincipalName) -> Result<Vec<(NamespaceName, Roles)>, StoreError> {
        self.store.memberships(principal).await
    }
}
