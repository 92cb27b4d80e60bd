//! Layers of policy.

use registry_core::compat::PolicyLayer;

use super::{Code, Failure};
use crate::api::policy::Policy;

/// The layer of a policy that can be applied.
pub(crate) fn checked(policy: Policy) -> Result<PolicyLayer, Failure> {
    let layer = PolicyLayer::from(policy);
    layer.check().map_err(|error| Failure::new(Code::InvalidPolicy, error.to_string()))?;
    Ok(layer)
}

/// The layer of a model, which leaves to the namespace what is the namespace's.
pub(crate) fn checked_of_model(policy: Policy) -> Result<PolicyLayer, Failure> {
    let layer = PolicyLayer::from(policy);
    layer.check_of_model().map_err(|error| Failure::new(Code::InvalidPolicy, error.to_string()))?;
    Ok(layer)
}
