// Generated from openapi.json by `npm run generate`; do not edit.

export interface paths {
    "/api/v1/admin/fsck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the registry
         * @description Compares rows with bytes and bytes with rows, and names the versions that something is wrong with. It changes neither;
         *     a deep check remembers which blobs are damaged, so that they are asked for when the same files are published again.
         *
         *     Needs an administrator of the registry, with a token that is not limited.
         */
        post: operations["check_registry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description What happened in a namespace, oldest first, as CloudEvents 1.0. With `Accept: application/x-ndjson` one event a line.
         *     `last` begins at its end. To follow the log, go on with `after` and the `seq` of the last event that you have seen.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["list_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show who asks
         * @description The principal, the token, and the roles in namespaces.
         *
         *     Needs a token.
         */
        get: operations["get_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List one's own tokens
         * @description The oldest first, without their secrets.
         *
         *     Needs a token.
         */
        get: operations["list_my_tokens"];
        put?: never;
        /**
         * Make a token for oneself
         * @description The token is in `secret` of this answer, and shown never again. A token that is limited makes no tokens.
         *
         *     Needs a token.
         */
        post: operations["create_my_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token of one's own
         * @description It opens nothing from then on, on any server a second later at most. A token that is limited revokes no other.
         *
         *     Needs a token.
         */
        delete: operations["revoke_my_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe the server
         * @description Its version, the version of its rules, its limits and its features.
         */
        get: operations["get_meta"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List namespaces
         * @description By name.
         */
        get: operations["list_namespaces"];
        put?: never;
        /**
         * Make a namespace
         * @description For administrators of the registry. A publish of theirs makes its namespace itself; this is for namespaces with a
         *     description, or private ones, from the start.
         *
         *     Needs an administrator of the registry, with a token that is not limited.
         */
        post: operations["create_namespace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a namespace
         * @description Its description and its revision, which is the `ETag`.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["get_namespace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a namespace
         * @description Its description, whether it is private, and its quota, which administrators of the registry set. Needs `If-Match` with the `ETag` of what was read.
         *
         *     Needs an admin of the namespace.
         */
        patch: operations["update_namespace"];
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members
         * @description Who may do what in the namespace, by name. The members of the namespace `registry` look after the registry as a whole.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["list_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/members/{principal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give roles
         * @description Gives a principal these roles in the namespace, in place of those that it has.
         *
         *     Needs an admin of the namespace.
         */
        put: operations["set_member"];
        post?: never;
        /**
         * Take all roles
         * @description The principal is no member of the namespace any longer. Answers who it was, without roles.
         *
         *     Needs an admin of the namespace.
         */
        delete: operations["remove_member"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the models of a namespace
         * @description By name.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["list_models"];
        put?: never;
        /**
         * Make a model
         * @description A publish makes its model itself; this is for models with a description or a policy from the start.
         *
         *     Needs a publisher of the namespace.
         */
        post: operations["create_model"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a model
         * @description With its latest version and the number of its versions.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["get_model"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a model
         * @description Its description and its labels. Needs `If-Match` with the `ETag` of what was read.
         *
         *     Needs a publisher of the namespace.
         */
        patch: operations["update_model"];
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a model
         * @description It takes no new versions from then on; what is published stays available.
         *
         *     Needs an admin of the namespace.
         */
        post: operations["archive_model"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List channels
         * @description All channels of a model by name, each with the version that it serves.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["list_channels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a channel
         * @description What the channel serves now, with its revision as entity tag; with `at`, what it served then. The state of the version
         *     and the policy are always the present ones.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["get_channel"];
        /**
         * Set the policy of a channel
         * @description Replaces the policy, and makes the channel when it is not there. What the channel serves stays.
         *
         *     Needs an admin of the namespace.
         */
        put: operations["set_channel_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clear a channel
         * @description Makes the channel serve nothing. Its history stays: a rollback restores the last version.
         *
         *     Needs a promoter of the namespace.
         */
        post: operations["clear_channel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Promote a version to a channel
         * @description Makes the channel serve the version, and makes the channel when it is not there. All gates are judged, and all that
         *     fail are named; a version with `unsafe` files passes only for an admin of the namespace. Serving that version already is no error: `changed` is `false` then, and nothing is recorded.
         *
         *     Needs a promoter of the namespace.
         */
        post: operations["promote_channel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the revisions of a channel
         * @description The whole history, newest first: who moved the channel from which version to which, when and why.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["list_channel_revisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Roll a channel back
         * @description Makes the channel serve the most recent earlier, different and still eligible version of its own history. Repeated, it
         *     goes further back. It needs a reason, and `If-Match` or an `Idempotency-Key`: a bare retry could undo twice.
         *
         *     Needs a promoter of the namespace.
         */
        post: operations["rollback_channel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback-target": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the target of a rollback
         * @description Where a rollback would lead now, decided as the rollback itself decides. Send the entity tag as `If-Match` and the
         *     version as `expected_version` to get exactly this.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["get_rollback_target"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two versions
         * @description What changed from one published version to another, judged by the present policy.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["compare_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/compatibility-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a contract
         * @description Judges a contract as a publish would, and writes nothing. That it is incompatible is an answer, not an error. The model
         *     need not exist. Without `version` and `bump` the smallest acceptable number is judged. Where the server reads the contract
         *     itself, out of uploaded `files`, unsafe ones are refused as a publish refuses them: 422 `unsafe-format`.
         *
         *     Needs a reader, where the namespace is private.
         */
        post: operations["check_compatibility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the policy of a model
         * @description What the model decides otherwise than its namespace and the catalogue of rules.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["get_model_policy"];
        /**
         * Set the policy of a model
         * @description Replaces all of it. Needs `If-Match` with the `ETag` of what was read.
         *
         *     Needs an admin of the namespace.
         */
        put: operations["set_model_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Resolve a selector
         * @description From a selector to one version, its digest and its files. The selector stands in `ref` or in the header
         *     `X-Model-Version`. What is not there is 404, what is switched off or deleted 410; with a fallback both become `latest`,
         *     marked as such. A channel that exists never falls back.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["resolve_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a model
         * @description Opens an archived model for new versions again.
         *
         *     Needs an admin of the namespace.
         */
        post: operations["restore_model"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce a file
         * @description Says where to send the bytes: at once, or in parts, as larger files need. Where they are stored already in that line,
         *     the answer is 200 and `complete`: there is nothing to send. The model need not exist yet.
         *
         *     Needs a publisher of the namespace.
         */
        post: operations["create_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an upload
         * @description How far it has come, and which parts of it are there: whoever was interrupted sends the others.
         *
         *     Needs a publisher of the namespace.
         */
        get: operations["get_upload"];
        put?: never;
        post?: never;
        /**
         * Give an upload up
         * @description Removes the parts that are there. One that is complete stays as it is.
         *
         *     Needs a publisher of the namespace.
         */
        delete: operations["abort_upload"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete an upload
         * @description When all parts are there the server reads the whole, compares it with the digest that was promised, and stores it. What
         *     takes longer than a second goes on after the answer, which is 202 then: ask for the upload until it no longer says
         *     `verifying`. Parts that are something else together are refused and dropped; the upload begins anew.
         *
         *     Needs a publisher of the namespace.
         */
        post: operations["complete_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send the bytes of an upload
         * @description The bytes are verified on their way: a wrong size or digest is refused, and nothing of it stays. Sending them again is
         *     no error.
         *
         *     Needs a publisher of the namespace.
         */
        put: operations["send_upload"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/part-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for links to send parts with
         * @description With a link a part goes to the object store itself, which compares it with its digest. Then record it, with the `ETag`
         *     that the store answers. Only where the upload says `part_links`; a file that is complete has no more links.
         *
         *     Needs a publisher of the namespace.
         */
        post: operations["create_upload_part_links"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record parts that went to the object store
         * @description With the `ETag` that the store has answered. Recording a part again is no error.
         *
         *     Needs a publisher of the namespace.
         */
        post: operations["record_upload_parts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send a part of an upload
         * @description Parts may come in any order, several at a time and through any server. A part is verified on its way: a wrong size or
         *     digest is refused, and nothing of it stays. A part that is sent again takes the place of the one before.
         *
         *     Needs a publisher of the namespace.
         */
        put: operations["send_upload_part"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List versions
         * @description All versions of a model, the newest first, whatever their state.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["list_versions"];
        put?: never;
        /**
         * Publish a version
         * @description The server reads the contract out of the uploaded files itself, compares it with the live versions, and refuses a
         *     number that announces less than changed: 409 with the verdict. Files that run code when they are loaded, as pickles do
         *     wherever they stand, or that cannot be looked into are refused: 422 `unsafe-format`, with each finding and what to
         *     publish instead, unless the policy of the namespace has `files.allow_pickle`; then the version has them as `unsafe`.
         *     Namespace and model are made when they are missing. The same number with the same content again is 200. With `dry_run` the answer is the one that a publish would get, with
         *     200, and nothing is written.
         *
         *     Needs a publisher of the namespace.
         */
        post: operations["publish_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a version
         * @description A version by number, range, `latest`, channel or digest. Named by number or digest it is shown in any state.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["get_version"];
        put?: never;
        post?: never;
        /**
         * Delete a version
         * @description For good: a tombstone stays, and the number is never used again. Refused while a channel serves the version or may roll
         *     back to it.
         *
         *     Needs an admin of the namespace.
         */
        delete: operations["delete_version"];
        options?: never;
        head?: never;
        /**
         * Describe a version
         * @description Changes description and labels, which are no part of the version's digest.
         *
         *     Needs a publisher of the namespace.
         */
        patch: operations["update_version"];
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the contract of a version
         * @description What callers send and readers get, as it was read out of the files and declared.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["get_version_contract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/deprecate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deprecate a version
         * @description Advises against new use: it is served everywhere, with a warning.
         *
         *     Needs a publisher of the namespace.
         */
        post: operations["deprecate_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a version off
         * @description The emergency brake: nobody gets it, and channels that point at it answer 410. The answer names them.
         *
         *     Needs an admin of the namespace.
         */
        post: operations["disable_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a version on again
         * @description The version is what it was before: active, deprecated or yanked. Where it is live again, it is judged against the
         *     live versions of its line, as a publish is; refused (`return-conflict`) where a number would lie.
         *
         *     Needs an admin of the namespace.
         */
        post: operations["enable_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the files of a version
         * @description By path, each with its size and digest.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["list_version_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file
         * @description The bytes of a file of a version that is served. One `Range` is answered with 206; several get the whole file. The
         *     entity tag is the SHA-256 of the whole file: whoever downloads should compare it with what arrived.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["download_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the manifest of a version
         * @description What the version is made of. The SHA-256 of its RFC 8785 form is the digest of the version.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["get_version_manifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/undeprecate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a deprecation back
         * @description The version is served without a warning again.
         *
         *     Needs a publisher of the namespace.
         */
        post: operations["undeprecate_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/unyank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a yank back
         * @description The version is what it was before, active or deprecated, and ranges and `latest` see it again. It is judged against
         *     the live versions of its line, as a publish is; refused (`return-conflict`) where a number would lie.
         *
         *     Needs a publisher of the namespace.
         */
        post: operations["unyank_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the verdict of a version
         * @description The verdict that the version was accepted with.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["get_version_verdict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/yank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Yank a version
         * @description Withdraws it: ranges and `latest` pass it over; who names it still gets it, with a warning. Refused while a channel
         *     serves it, unless `force` or `rollback_channels` says what becomes of the channel.
         *
         *     Needs a publisher of the namespace.
         */
        post: operations["yank_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/namespaces/{namespace}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the policy of a namespace
         * @description What the namespace decides otherwise than the catalogue of rules; it holds for all its models.
         *
         *     Needs a reader, where the namespace is private.
         */
        get: operations["get_namespace_policy"];
        /**
         * Set the policy of a namespace
         * @description Replaces all of it. Needs `If-Match` with the `ETag` of what was read.
         *
         *     Needs an admin of the namespace.
         */
        put: operations["set_namespace_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/principals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List principals
         * @description By name.
         *
         *     Needs an administrator of the registry, with a token that is not limited.
         */
        get: operations["list_principals"];
        put?: never;
        /**
         * Make a principal
         * @description A user or a service account. It may do nothing yet: make it a member of a namespace, and make it a token.
         *
         *     Needs an administrator of the registry, with a token that is not limited.
         */
        post: operations["create_principal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/principals/{principal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a principal
         * @description What it is, and whether it is disabled.
         *
         *     Needs an administrator of the registry, with a token that is not limited.
         */
        get: operations["get_principal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a principal
         * @description Its description, and whether it is disabled: then its tokens open nothing, a second later at most.
         *
         *     Needs an administrator of the registry, with a token that is not limited.
         */
        patch: operations["update_principal"];
        trace?: never;
    };
    "/api/v1/principals/{principal}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tokens of a principal
         * @description The oldest first, without their secrets.
         *
         *     Needs an administrator of the registry, with a token that is not limited.
         */
        get: operations["list_principal_tokens"];
        put?: never;
        /**
         * Make a token for a principal
         * @description The token is in `secret` of this answer, and shown never again.
         *
         *     Needs an administrator of the registry, with a token that is not limited.
         */
        post: operations["create_principal_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/principals/{principal}/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token of a principal
         * @description It opens nothing from then on, on any server a second later at most.
         *
         *     Needs an administrator of the registry, with a token that is not limited.
         */
        delete: operations["revoke_principal_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search models by name
         * @description Models whose name or namespace contains the text, by namespace and name.
         */
        get: operations["search_models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go to the documentation
         * @description Leads to the page, whose parts stand beside it.
         */
        get: operations["open_docs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the documentation
         * @description Swagger UI over the OpenAPI document; `/docs/` is its page, the other files are its parts.
         */
        get: operations["get_docs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether the server runs
         * @description Touches neither the database nor the blobs: a server that answers here need not be restarted.
         */
        get: operations["get_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the metrics
         * @description Counts and durations of requests by method, route and status, as Prometheus text.
         */
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi-3.0.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the OpenAPI document in version 3.0
         * @description The same as OpenAPI 3.0.3, for generators of clients that read no 3.1.
         */
        get: operations["get_openapi_3_0"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the OpenAPI document
         * @description OpenAPI 3.1, made from the code of this server.
         */
        get: operations["get_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe a kind of problem
         * @description Where the `type` of a problem leads.
         */
        get: operations["get_problem_kind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether the server can work
         * @description Asks the database and the blobs, and how much space is left. A server that is not ready should get no requests.
         */
        get: operations["get_readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A file of a version whose bytes are missing or damaged. */
        AffectedFile: {
            /**
             * @description The blob that is missing or damaged.
             * @example acme/iris/lines/1/sha256/b7/b70b9a82c79de2294b47da417a9002050667501aad508480374b2811d672a135
             */
            blob: string;
            /**
             * @description The path of the file in the version.
             * @example model.onnx
             */
            path: string;
            /**
             * @description The version.
             * @example acme/iris@1.0.0
             */
            version: string;
        };
        /**
         * @description How a number rises that the registry chooses.
         * @enum {string}
         */
        Bump: "auto" | "major" | "minor" | "patch";
        /** @description One judged change. */
        Change: {
            /**
             * @description The version it was compared with.
             * @example 1.0.0
             */
            against?: string;
            /**
             * @description Whether consumers must change.
             * @example required
             */
            consumer_change: string;
            /**
             * @description What the publisher can do.
             * @example publish it as 2.0.0
             */
            fix: string;
            /**
             * @description What the rule does under the policy: `allow`, `warn` or `deny`.
             * @example deny
             */
            level: string;
            /**
             * @description What happened.
             * @example dimension 1 of the input `measurements` is 5 instead of 4
             */
            message: string;
            /** @description What stands there now; absent when nothing does. */
            new?: unknown;
            /** @description What stood there; absent when nothing did. */
            old?: unknown;
            /**
             * @description The place in the canonical contract, as a JSON Pointer.
             * @example /inputs/measurements/shape/1
             */
            path: string;
            /**
             * @description Whether this change alone refuses the requested number.
             * @example true
             */
            refuses: boolean;
            /**
             * @description The bump that the change requires.
             * @example major
             */
            required_bump: string;
            /**
             * @description Whether the model must be trained again.
             * @example required
             */
            retraining: string;
            /**
             * @description The rule.
             * @example input.dim.changed
             */
            rule: string;
            /**
             * @description Whether the new fact was `read` or `declared`.
             * @example read
             */
            source: string;
            /**
             * @description Why it matters.
             * @example calls that send 4 values are refused
             */
            why: string;
            /** @description A call or an answer that worked and no longer does. */
            witness?: unknown;
        };
        /** @description A pointer inside one model, with a history. */
        Channel: {
            /**
             * @description The digest of the manifest of the version.
             * @example sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            digest?: string;
            /**
             * @description The name, unique in the model.
             * @example production
             */
            name: string;
            /** @description What the channel accepts. */
            policy: components["schemas"]["ChannelPolicy"];
            /**
             * @description Why it was moved.
             * @example passed the nightly evaluation
             */
            reason?: string;
            /**
             * Format: int64
             * @description The number of the last revision, 0 before the first one. It is the entity tag of the channel.
             * @example 7
             */
            revision: number;
            /**
             * @description The present state of the version.
             * @example active
             */
            state?: string;
            /**
             * Format: date-time
             * @description When it was last moved.
             * @example 2026-11-02T09:30:00Z
             */
            updated_at?: string;
            /**
             * @description Who moved it.
             * @example admin
             */
            updated_by?: string;
            /**
             * @description The version served; absent when the channel is empty.
             * @example 1.2.0
             */
            version?: string;
        };
        /** @description What a move of a channel means for those who consume it; recorded with the move. */
        ChannelCompat: {
            /**
             * @description Whether consumers must change.
             * @example optional
             */
            consumer_change: string;
            /** @description What consumers of the version before lose, one sentence each. */
            lost?: string[];
            /**
             * @description The digest of the policy that this was judged by.
             * @example sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            policy_digest: string;
            /**
             * @description The semantic class of the changes from the version before to the version after.
             * @example minor
             */
            required_bump: string;
            /**
             * @description Whether the model must be trained again.
             * @example none
             */
            retraining: string;
        };
        /** @description A page of channels, by name. */
        ChannelList: {
            /** @description The channels. */
            items: components["schemas"]["Channel"][];
            /**
             * @description What to send as `page_token` for the next page; absent on the last one.
             * @example WyJpcmlzIl0
             */
            next_page_token?: string;
        };
        /** @description What a channel accepts. A `PUT` replaces all of it; what is left out gets its default. */
        ChannelPolicy: {
            /**
             * @description Whether a major step needs no `allow_major` in the request.
             * @default false
             * @example false
             */
            allow_major?: boolean;
            /**
             * @description The only versions that the channel may be moved to.
             * @example ^2
             */
            constraint?: string;
            /**
             * @description The largest step of a promotion, up or down: `patch`, `minor` or `major`.
             * @default major
             * @example major
             */
            largest_step?: string;
            /**
             * @description Those of the promoters who may move the channel, beside the admins of the namespace, at least one; absent when every
             *     promoter may.
             * @example [
             *       "ada",
             *       "on-call"
             *     ]
             */
            promoters?: string[];
            /**
             * @description Whether a change must say with `If-Match` which revision it saw.
             * @default false
             * @example true
             */
            require_if_match?: boolean;
        };
        /** @description One line of the history of a channel. */
        ChannelRevision: {
            /**
             * @description Who moved the channel.
             * @example admin
             */
            actor: string;
            /** @description The compatibility of the version before with the version after. */
            compat?: components["schemas"]["ChannelCompat"];
            /**
             * Format: date-time
             * @description When.
             * @example 2026-11-02T09:30:00Z
             */
            created_at: string;
            /**
             * @description Whether the version rose (`forward`) or fell (`backward`).
             * @example forward
             */
            direction?: string;
            /**
             * @description What was done: `promote`, `rollback`, `clear` or `import`.
             * @example promote
             */
            kind: string;
            /**
             * @description Why.
             * @example passed the nightly evaluation
             */
            reason?: string;
            /**
             * Format: int64
             * @description The revision that a rollback went back to.
             * @example 5
             */
            restored_seq?: number;
            /**
             * Format: int64
             * @description The place in the history: 1, 2, 3… without gaps.
             * @example 7
             */
            seq: number;
            /**
             * Format: int64
             * @description Below which revision the next rollback looks for its target.
             * @example 5
             */
            undo_depth_seq: number;
            /**
             * @description The version served from here on; absent after a clear.
             * @example 1.2.0
             */
            version?: string;
        };
        /** @description A page of the history of a channel, newest first. */
        ChannelRevisionList: {
            /** @description The revisions. */
            items: components["schemas"]["ChannelRevision"][];
            /**
             * @description What to send as `page_token` for the next page; absent on the last one.
             * @example WyJpcmlzIl0
             */
            next_page_token?: string;
        };
        /** @description Why a channel is emptied. */
        Clear: {
            /**
             * @description Why.
             * @example the model is withdrawn
             */
            reason?: string;
        };
        /**
         * @description A contract to judge: of uploaded files, or as it is given.
         * @example {
         *       "contract": {
         *         "inputs": {
         *           "measurements": {
         *             "dtype": "f32",
         *             "position": 0,
         *             "shape": [
         *               "N",
         *               4
         *             ]
         *           }
         *         },
         *         "outputs": {
         *           "label": {
         *             "dtype": "string",
         *             "position": 0,
         *             "shape": [
         *               "N"
         *             ]
         *           }
         *         }
         *       },
         *       "version": "1.0.0"
         *     }
         */
        CompatibilityCheck: {
            /** @description The facts beside the contract. */
            artifact?: Record<string, unknown>;
            /** @description How the number rises, when none is named; `auto` without it. */
            bump?: components["schemas"]["Bump"];
            /** @description The contract, as a client has read it. */
            contract?: Record<string, unknown>;
            /** @description What no file says. */
            declared?: Record<string, unknown>;
            /** @description Reports of an evaluation. */
            evaluation?: Record<string, unknown>;
            /**
             * @description The files. Without `contract` they must be uploaded, and the server reads the contract out of them; with it they
             *     only tell whether anything changed at all.
             */
            files?: components["schemas"]["FileRef"][];
            /** @description The line in which the number rises; the highest without it. */
            line?: string;
            /** @description The number that the contract would get; without it, `bump` decides. */
            version?: string;
        };
        /** @description Something that happened in a namespace, in the form of CloudEvents 1.0. */
        Event: {
            /** @description Who did what to which resource, before and after; `seq` is the place in the log of the namespace. */
            data: Record<string, unknown>;
            /**
             * @description The type of `data`: `application/json`.
             * @example application/json
             */
            datacontenttype: string;
            /**
             * @description The identifier, unique in the registry.
             * @example 01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e
             */
            id: string;
            /**
             * @description The namespace, as a path of this server.
             * @example /api/v1/namespaces/acme
             */
            source: string;
            /**
             * @description The version of CloudEvents: `1.0`.
             * @example 1.0
             */
            specversion: string;
            /**
             * @description What it happened to: `NAMESPACE`, `NAMESPACE/MODEL` or `NAMESPACE/MODEL@VERSION`.
             * @example acme/iris@1.2.0
             */
            subject: string;
            /**
             * Format: date-time
             * @description When it was committed.
             * @example 2026-11-02T09:30:00Z
             */
            time: string;
            /**
             * @description What happened.
             * @example registry.channel.promoted.v1
             */
            type: string;
        };
        /** @description A page of events, oldest first. */
        EventList: {
            /** @description The events. */
            items: components["schemas"]["Event"][];
            /**
             * @description What to send as `page_token` for the next page; absent when there is nothing newer yet.
             * @example WyJpcmlzIl0
             */
            next_page_token?: string;
        };
        /** @description Why the version asked for is not served. */
        FallbackReason: {
            /**
             * @description The code that the problem would have had.
             * @example version-disabled
             */
            code: string;
            /**
             * @description The reason in words.
             * @example 2.0.0 is disabled
             */
            detail: string;
        };
        /** @description One file of a version. */
        File: {
            /**
             * @description The media type.
             * @example application/vnd.onnx
             */
            media_type: string;
            /**
             * @description The path inside the version.
             * @example model.onnx
             */
            path: string;
            /**
             * @description The SHA-256 of the bytes.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /**
             * Format: int64
             * @description The number of bytes.
             * @example 4
             */
            size: number;
        };
        /** @description The files of a version, by path. */
        FileList: {
            /** @description The files. */
            items: components["schemas"]["File"][];
        };
        /**
         * @description An uploaded file, and where it lies inside the version.
         * @example {
         *       "path": "model.onnx",
         *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "size": 4
         *     }
         */
        FileRef: {
            /** @description The media type; by the extension of the path when it is absent. */
            media_type?: string;
            /** @description The path inside the version: relative, with forward slashes. */
            path: string;
            /** @description The SHA-256 of the bytes. */
            sha256: string;
            /**
             * Format: int64
             * @description The number of bytes.
             */
            size: number;
        };
        /** @description Whether the rows of the registry and its bytes say the same. */
        FsckReport: {
            /** @description The files of versions that these blobs are for. Publishing the same files again repairs them. */
            affected: components["schemas"]["AffectedFile"][];
            /**
             * Format: int64
             * @description The number of recorded blobs that were looked up.
             * @example 12
             */
            checked_blobs: number;
            /**
             * Format: int64
             * @description The number of versions whose files were looked up.
             * @example 9
             */
            checked_versions: number;
            /**
             * @description Whether every recorded byte is there.
             * @example true
             */
            clean: boolean;
            /** @description What lies in staging and belongs to no upload: a sweep removes it when it is old. */
            leftovers: string[];
            /** @description Recorded blobs without bytes, and versions that name a blob that is not recorded. */
            missing: string[];
            /**
             * Format: int64
             * @description The number of uploads in parts that are not complete.
             * @example 0
             */
            open_uploads: number;
            /** @description Objects that no row records: waste, such as an upload that was never finished. They do no harm. */
            orphans: string[];
            /** @description Blobs that the store cannot read although it answers, such as those on a broken sector of a disk. */
            unreadable: string[];
            /**
             * @description Blobs with other bytes than recorded; only a deep check reads them. Once found they stay here, and are asked for
             *     again, until they were sent again or a deep check finds them sound.
             */
            wrong_digest: string[];
            /** @description Blobs of another size than recorded. */
            wrong_size: string[];
        };
        /** @description Whether the server runs, or can work. */
        Health: {
            /**
             * @description `ok` or `ready`.
             * @example ok
             */
            status: string;
        };
        /** @description What the verdict said when a version was published. */
        Impact: {
            /**
             * @description The version that it was compared with.
             * @example 1.0.0
             */
            base?: string;
            /**
             * @description Whether consumers must change.
             * @example optional
             */
            consumer_change: string;
            /**
             * @description The semantic class of what changed since.
             * @example minor
             */
            required_bump: string;
            /**
             * @description Whether the model must be trained again.
             * @example none
             */
            retraining: string;
        };
        /** @description The limits of a server. */
        Limits: {
            /**
             * Format: int64
             * @description The largest file.
             * @example 5497558138880
             */
            max_file_bytes: number;
            /**
             * @description The most files of a version.
             * @example 10000
             */
            max_files: number;
            /**
             * Format: int32
             * @description The largest page of a list.
             * @example 500
             */
            max_page_size: number;
            /**
             * Format: int64
             * @description The largest file that is sent at once; a larger one goes in parts.
             * @example 1073741824
             */
            max_upload_bytes: number;
        };
        /** @description Whoever asks. */
        Me: {
            /**
             * @description Whether they administer the registry as a whole.
             * @example false
             */
            administrator: boolean;
            /** @description Where they are a member, by namespace. */
            memberships: components["schemas"]["Membership"][];
            /** @description Who they are. */
            principal: components["schemas"]["Principal"];
            /** @description The token that they came with. */
            token: components["schemas"]["Token"];
        };
        /** @description A member of a namespace. */
        Member: {
            /**
             * Format: date-time
             * @description When they became one.
             * @example 2026-11-02T09:30:00Z
             */
            created_at: string;
            /**
             * @description Who.
             * @example ada
             */
            principal: string;
            /**
             * @description `reader`, `publisher`, `promoter`, `admin`.
             * @example [
             *       "publisher",
             *       "promoter"
             *     ]
             */
            roles: string[];
        };
        /** @description A page of members, by name. */
        MemberList: {
            /** @description The members. */
            items: components["schemas"]["Member"][];
            /**
             * @description What to send as `page_token` for the next page; absent on the last one.
             * @example ImFkYSI
             */
            next_page_token?: string;
        };
        /**
         * @description The roles that a member is to have, in place of those that they have.
         * @example {
         *       "roles": [
         *         "publisher"
         *       ]
         *     }
         */
        MemberSet: {
            /** @description `reader`, `publisher`, `promoter`, `admin`; at least one. */
            roles: string[];
        };
        /** @description The roles of a principal in one namespace. */
        Membership: {
            /**
             * @description The namespace.
             * @example acme
             */
            namespace: string;
            /**
             * @description `reader`, `publisher`, `promoter`, `admin`.
             * @example [
             *       "publisher"
             *     ]
             */
            roles: string[];
        };
        /** @description The server. */
        Meta: {
            /**
             * @description The version of the API.
             * @example v1
             */
            api: string;
            /**
             * @description The version of the code that reads contracts out of files.
             * @example 1
             */
            extractor: string;
            /**
             * @description What it is built of and can do.
             * @example [
             *       "sqlite",
             *       "local-blobs"
             *     ]
             */
            features: string[];
            /** @description Its limits. */
            limits: components["schemas"]["Limits"];
            /**
             * @description The version of the rule catalogue.
             * @example 1
             */
            ruleset: string;
            /**
             * @description `registry`.
             * @example registry
             */
            server: string;
            /**
             * @description Its version.
             * @example 0.1.0
             */
            version: string;
        };
        /** @description A model: what its versions are versions of. */
        Model: {
            /**
             * Format: date-time
             * @description When it was archived: it takes no new versions since.
             * @example 2026-11-02T09:30:00Z
             */
            archived_at?: string;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-05-01T00:00:00Z
             */
            created_at: string;
            /**
             * @description What people should know about it.
             * @example Tells three species of iris apart
             */
            description: string;
            /**
             * @description Free-form labels.
             * @example {
             *       "team": "flowers"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            /**
             * @description The highest stable version that is served; only where one model is asked for.
             * @example 1.2.0
             */
            latest?: string;
            /**
             * @description Its name.
             * @example iris
             */
            name: string;
            /**
             * @description The namespace.
             * @example acme
             */
            namespace: string;
            /**
             * Format: int64
             * @description Rises with every change of the model, its versions or its channels; also the `ETag`.
             * @example 7
             */
            revision: number;
            /**
             * @description The number of its versions, whatever their state; only where one model is asked for.
             * @example 3
             */
            versions?: number;
        };
        /**
         * @description A model to make.
         * @example {
         *       "description": "Tells three species of iris apart",
         *       "labels": {
         *         "team": "flowers"
         *       },
         *       "name": "iris"
         *     }
         */
        ModelCreate: {
            /** @description What people should know about it. */
            description?: string;
            /** @description Free-form labels. */
            labels?: {
                [key: string]: string;
            };
            /** @description Its name: `[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?`. */
            name: string;
        };
        /** @description A page of models, by name. */
        ModelList: {
            /** @description The models. */
            items: components["schemas"]["Model"][];
            /**
             * @description What to send as `page_token` for the next page; absent on the last one.
             * @example WyJpcmlzIl0
             */
            next_page_token?: string;
        };
        /**
         * @description What is to change of a model; what is absent stays.
         * @example {
         *       "description": "Tells four species of iris apart"
         *     }
         */
        ModelUpdate: {
            /** @description What people should know about it. */
            description?: string;
            /** @description Free-form labels; these replace all of them. */
            labels?: {
                [key: string]: string;
            };
        };
        /** @description A namespace: what belongs to one team. */
        Namespace: {
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-05-01T00:00:00Z
             */
            created_at: string;
            /**
             * @description What people should know about it.
             * @example Models of the Acme team
             */
            description: string;
            /**
             * @description Its name.
             * @example acme
             */
            name: string;
            /**
             * @description Whether only its members may know of it.
             * @example false
             */
            private: boolean;
            /**
             * Format: int64
             * @description The most bytes that its files may take; absent when there is no limit.
             * @example 1099511627776
             */
            quota_bytes?: number;
            /**
             * Format: int64
             * @description Rises with every change of the namespace itself; also the `ETag`.
             * @example 1
             */
            revision: number;
        };
        /**
         * @description A namespace to make.
         * @example {
         *       "description": "Models of the Acme team",
         *       "name": "acme"
         *     }
         */
        NamespaceCreate: {
            /** @description What people should know about it. */
            description?: string;
            /** @description Its name: `[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?`. */
            name: string;
            /** @description Whether only its members may know of it. */
            private?: boolean;
        };
        /** @description A page of namespaces, by name. */
        NamespaceList: {
            /** @description The namespaces. */
            items: components["schemas"]["Namespace"][];
            /**
             * @description What to send as `page_token` for the next page; absent on the last one.
             * @example WyJpcmlzIl0
             */
            next_page_token?: string;
        };
        /**
         * @description What is to change of a namespace; what is absent stays.
         * @example {
         *       "description": "Models of the whole of Acme"
         *     }
         */
        NamespaceUpdate: {
            /** @description What people should know about it. */
            description?: string;
            /** @description Whether only its members may know of it. */
            private?: boolean;
            /**
             * Format: int64
             * @description The most bytes that its files may take; 0 is no limit. For administrators of the registry.
             * @example 1099511627776
             */
            quota_bytes?: number;
        };
        /**
         * @description The body of a request that needs none; it may be left out.
         * @example {}
         */
        Nothing: Record<string, never>;
        /** @description Where to send one part. */
        PartLink: {
            /**
             * @description The headers to send with them, without which the store refuses.
             * @example {
             *       "x-amz-checksum-sha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="
             *     }
             */
            headers: {
                [key: string]: string;
            };
            /**
             * Format: int32
             * @description The number of the part.
             * @example 1
             */
            number: number;
            /**
             * @description Where to `PUT` its bytes. A secret as long as it is valid.
             * @example https://bucket.example.com/staging/part?X-Amz-Signature=…
             */
            url: string;
        };
        /**
         * @description Where to send parts.
         * @example {
         *       "parts": [
         *         {
         *           "headers": {
         *             "x-amz-checksum-sha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="
         *           },
         *           "number": 1,
         *           "url": "https://bucket.example.com/uploads/1?X-Amz-Signature=…"
         *         }
         *       ]
         *     }
         */
        PartLinks: {
            /** @description One link a part. Each may be used for five minutes. */
            parts: components["schemas"]["PartLink"][];
        };
        /**
         * @description Parts to be sent to the object store itself.
         * @example {
         *       "parts": [
         *         {
         *           "number": 1,
         *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
         *         }
         *       ]
         *     }
         */
        PartLinksCreate: {
            /** @description The parts; at most 100. */
            parts: components["schemas"]["PartWanted"][];
        };
        /** @description A part that was sent. */
        PartSent: {
            /**
             * @description The `ETag` that the store answered.
             * @example "098f6bcd4621d373cade4e832627b4f6"
             */
            etag: string;
            /**
             * Format: int32
             * @description The number, from 1 on.
             * @example 1
             */
            number: number;
            /**
             * @description The SHA-256 of its bytes.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
        };
        /**
         * @description A part whose bytes are stored.
         * @example {
         *       "number": 1,
         *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "size": 4
         *     }
         */
        PartSummary: {
            /**
             * Format: int32
             * @description The number, from 1 on.
             */
            number: number;
            /** @description The SHA-256 of the bytes. */
            sha256: string;
            /**
             * Format: int64
             * @description The size in bytes.
             */
            size: number;
        };
        /** @description A part to be sent. */
        PartWanted: {
            /**
             * Format: int32
             * @description The number, from 1 on.
             * @example 1
             */
            number: number;
            /**
             * @description The SHA-256 of its bytes, which the store compares.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
        };
        /**
         * @description Parts that were sent to the object store itself.
         * @example {
         *       "parts": [
         *         {
         *           "etag": "\"098f6bcd4621d373cade4e832627b4f6\"",
         *           "number": 1,
         *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
         *         }
         *       ]
         *     }
         */
        PartsSent: {
            /** @description The parts; at most 100. */
            parts: components["schemas"]["PartSent"][];
        };
        /**
         * @description What a namespace or a model decides otherwise than the catalogue of rules.
         * @example {
         *       "compat": {
         *         "profile": "serving-json",
         *         "rules": {
         *           "output.description.changed": {
         *             "level": "allow",
         *             "reason": "our texts change daily"
         *           }
         *         }
         *       },
         *       "resolve": {
         *         "fallback": "latest"
         *       }
         *     }
         */
        Policy: {
            /**
             * @description How versions are judged.
             * @default {}
             */
            compat?: components["schemas"]["PolicyCompat"];
            /**
             * @description What files versions may have; for a namespace, not for a model.
             * @default {}
             */
            files?: components["schemas"]["PolicyFiles"];
            /**
             * @description How requests are resolved.
             * @default {}
             */
            resolve?: components["schemas"]["PolicyResolve"];
        };
        /** @description How versions are judged. */
        PolicyCompat: {
            /**
             * @description How consumers use the model, where its contract does not say: `endpoint` or `artifact`.
             * @example endpoint
             */
            consumption?: string;
            /**
             * @description Whether the contract is enforced: `semver` or `none`.
             * @example semver
             */
            mode?: string;
            /**
             * @description How requests reach the model: `serving-json` or `serving-tensor`.
             * @example serving-json
             */
            profile?: string;
            /**
             * @description Overrides by the id of the rule.
             * @default {}
             * @example {
             *       "input.dim.changed": {
             *         "level": "warn",
             *         "reason": "clients pad"
             *       }
             *     }
             */
            rules?: {
                [key: string]: components["schemas"]["PolicyOverride"];
            };
        };
        /** @description What files versions may have. */
        PolicyFiles: {
            /**
             * @description Whether versions with unsafe files, as pickles are, are published and marked; without it they are refused.
             * @example true
             */
            allow_pickle?: boolean;
            /**
             * @description Whether more specific layers may no longer decide otherwise.
             * @default false
             * @example false
             */
            locked?: boolean;
        };
        /** @description What a layer says of one rule, and why. */
        PolicyOverride: {
            /**
             * @description Who decided it.
             * @example admin
             */
            author?: string;
            /**
             * Format: date
             * @description The first day (UTC) on which the override no longer holds; absent means never.
             * @example 2027-01-01
             */
            expires?: string;
            /**
             * @description The level instead of the catalogue's: `allow`, `warn` or `deny`.
             * @example warn
             */
            level?: string;
            /**
             * @description Whether more specific layers may no longer decide otherwise.
             * @example true
             */
            locked?: boolean;
            /**
             * @description Why.
             * @example our texts change daily
             */
            reason: string;
            /**
             * @description The bump instead of the catalogue's: `none`, `patch`, `minor` or `major`.
             * @example minor
             */
            required?: string;
        };
        /** @description The policy that a verdict was judged by. */
        PolicyRef: {
            /**
             * @description The digest of the effective policy.
             * @example sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            digest: string;
            /**
             * @description Its profile.
             * @example serving-json
             */
            profile: string;
            /**
             * @description The version of the rule catalogue.
             * @example 1
             */
            ruleset: string;
        };
        /** @description How requests are resolved. */
        PolicyResolve: {
            /**
             * @description What is served when the asked-for version is not: `error` or `latest`.
             * @example latest
             */
            fallback?: string;
        };
        /** @description Somebody, or a program, that may be given roles. */
        Principal: {
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-05-01T00:00:00Z
             */
            created_at: string;
            /**
             * @description Who made it.
             * @example admin
             */
            created_by: string;
            /**
             * @description What people should know about it.
             * @example Ada of the fraud team
             */
            description: string;
            /**
             * Format: date-time
             * @description Since when its tokens open nothing.
             * @example 2026-11-02T09:30:00Z
             */
            disabled_at?: string;
            /**
             * @description `user` for a person, `service` for a program.
             * @example user
             */
            kind: string;
            /**
             * @description Its name.
             * @example ada
             */
            name: string;
        };
        /**
         * @description A principal to make.
         * @example {
         *       "description": "The pipeline of the fraud models",
         *       "kind": "service",
         *       "name": "fraud-ci"
         *     }
         */
        PrincipalCreate: {
            /** @description What people should know about it. */
            description?: string;
            /** @description `user` for a person, `service` for a program. */
            kind: string;
            /** @description Its name: `[a-z0-9]([a-z0-9._@-]{0,62}[a-z0-9])?`. It is never given to another one. */
            name: string;
        };
        /** @description A page of principals, by name. */
        PrincipalList: {
            /** @description The principals. */
            items: components["schemas"]["Principal"][];
            /**
             * @description What to send as `page_token` for the next page; absent on the last one.
             * @example ImFkYSI
             */
            next_page_token?: string;
        };
        /**
         * @description What is to change of a principal; what is absent stays.
         * @example {
         *       "disabled": true
         *     }
         */
        PrincipalUpdate: {
            /** @description What people should know about it. */
            description?: string;
            /** @description Whether its tokens open nothing. */
            disabled?: boolean;
        };
        /**
         * @description Why a request failed: RFC 9457, with a stable `code` that programs branch on.
         * @example {
         *       "code": "model-not-found",
         *       "detail": "there is no model `acme/fraud`",
         *       "instance": "/api/v1/namespaces/acme/models/fraud",
         *       "request_id": "0b2f5a5e-7b0e-4d1c-8a55-0e3a1f6d9a11",
         *       "status": 404,
         *       "title": "there is no such model",
         *       "type": "/problems/model-not-found"
         *     }
         */
        Problem: {
            /** @description The stable name of the kind of problem. */
            code: string;
            /** @description What was wrong, where, and what to do about it. */
            detail: string;
            /** @description What else a program needs to react, by name. */
            details?: Record<string, unknown>;
            /** @description Single faults, where there can be several. */
            errors?: components["schemas"]["ProblemFault"][];
            /** @description The path of the request. */
            instance: string;
            /** @description The id of the request, as in the log of the server. */
            request_id: string;
            /**
             * Format: int32
             * @description The status of the answer.
             */
            status: number;
            /** @description One line about the kind of problem. */
            title: string;
            /** @description Where the kind of problem is described. */
            type: string;
            /** @description The verdict that refuses a version number. */
            verdict?: components["schemas"]["Verdict"];
            /** @description The changes that refuse a version number. */
            violations?: components["schemas"]["Change"][];
        };
        /** @description A place in the request with what is wrong there. */
        ProblemFault: {
            /**
             * @description What to do about it.
             * @example did you mean `version`?
             */
            hint?: string;
            /**
             * @description A JSON Pointer into the body, or the name of a parameter.
             * @example /verion
             */
            place: string;
            /**
             * @description What is wrong.
             * @example unknown field `verion`
             */
            reason: string;
        };
        /**
         * @description What a kind of problem means.
         * @example {
         *       "code": "model-not-found",
         *       "status": 404,
         *       "title": "there is no such model",
         *       "type": "/problems/model-not-found"
         *     }
         */
        ProblemKind: {
            /** @description The stable name of the kind of problem. */
            code: string;
            /**
             * Format: int32
             * @description The status that it comes with.
             */
            status: number;
            /** @description One line about the kind of problem. */
            title: string;
            /** @description Where this description is. */
            type: string;
        };
        /** @description Which version a channel is to serve. */
        Promote: {
            /**
             * @description Whether a major step is meant.
             * @example false
             */
            allow_major?: boolean;
            /**
             * @description Why.
             * @example passed the nightly evaluation
             */
            reason?: string;
            /**
             * @description The exact version.
             * @example 1.2.0
             */
            version: string;
        };
        /** @description What a promotion or a clear did, or with `dry_run` would do. */
        Promotion: {
            /**
             * @description The semantic class of the changes from the version before.
             * @example minor
             */
            bump?: string;
            /**
             * @description Whether the channel moved; `false` when it served that already.
             * @example true
             */
            changed: boolean;
            /** @description The channel afterwards. */
            channel: components["schemas"]["Channel"];
            /**
             * @description Whether consumers must change.
             * @example optional
             */
            consumer_change?: string;
            /**
             * @description Whether the version rose (`forward`) or fell (`backward`).
             * @example forward
             */
            direction?: string;
            /**
             * @description The version served before.
             * @example 1.1.0
             */
            from_version?: string;
            /**
             * @description Whether the model had to be trained again.
             * @example none
             */
            retraining?: string;
            /**
             * Format: int64
             * @description The number of the last revision.
             * @example 7
             */
            revision: number;
            /**
             * @description The version served now; absent after a clear.
             * @example 1.2.0
             */
            to_version?: string;
        };
        /** @description The one version that answers a selector. */
        Resolution: {
            /**
             * Format: int64
             * @description The revision of the channel that was asked for.
             * @example 7
             */
            channel_revision?: number;
            /**
             * @description The digest of its manifest.
             * @example sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            digest: string;
            /**
             * @description Whether this is the latest version and not the one asked for.
             * @example false
             */
            fallback: boolean;
            /** @description Why the one asked for is not served. */
            fallback_reason?: components["schemas"]["FallbackReason"];
            /** @description The files of the version. */
            files: components["schemas"]["File"][];
            /**
             * @description The model.
             * @example iris
             */
            model: string;
            /**
             * @description The namespace.
             * @example acme
             */
            namespace: string;
            /**
             * @description Its state.
             * @example active
             */
            state: string;
            /**
             * @description The version.
             * @example 1.1.0
             */
            version: string;
            /** @description What a consumer should know about the version. */
            warnings: components["schemas"]["ResolutionWarning"][];
            /** @description How it was chosen. */
            why: components["schemas"]["Why"];
        };
        /** @description What a consumer should know about the version it gets. */
        ResolutionWarning: {
            /**
             * @description `deprecated`, `yanked`, or `unsafe`: something in its files runs code when it is loaded, or cannot be looked into.
             * @example deprecated
             */
            code: string;
            /**
             * @description What its author said, or what is unsafe.
             * @example the labels were shuffled
             */
            reason?: string;
        };
        /** @description Why a channel is rolled back, and where to. */
        Rollback: {
            /**
             * @description The version that the caller was shown; refused when another one would be served.
             * @example 1.1.0
             */
            expected_version?: string;
            /**
             * @description What is wrong with the version served; never empty.
             * @example the false positive rate doubled
             */
            reason?: string;
            /**
             * @description Whether to refuse when the nearest target is not eligible, instead of passing it over.
             * @example false
             */
            strict?: boolean;
            /**
             * Format: int64
             * @description A revision of the channel, instead of a version.
             * @example 5
             */
            to_revision?: number;
            /**
             * @description A version that the channel has served; without it the nearest eligible one.
             * @example 1.1.0
             */
            to_version?: string;
        };
        /** @description What a rollback did, or with `dry_run` would do. */
        RollbackDone: {
            /** @description The channel afterwards. */
            channel: components["schemas"]["Channel"];
            /**
             * @description The version served before; absent when the channel was empty.
             * @example 1.2.0
             */
            from_version?: string;
            /** @description What consumers of the version before lose, one sentence each. */
            lost?: string[];
            /**
             * Format: int64
             * @description The revision that was gone back to.
             * @example 5
             */
            restored_seq: number;
            /**
             * Format: int64
             * @description The number of the new revision.
             * @example 8
             */
            revision: number;
            /** @description The nearer targets that were passed over, nearest first. */
            skipped: components["schemas"]["SkippedTarget"][];
            /**
             * @description The version served now.
             * @example 1.1.0
             */
            to_version: string;
        };
        /** @description Where a rollback would lead now. */
        RollbackPlan: {
            /**
             * @description The name of the channel.
             * @example production
             */
            channel: string;
            /**
             * @description The version served now; absent when the channel is empty.
             * @example 1.2.0
             */
            from_version?: string;
            /** @description What consumers of the version served now would lose, one sentence each. */
            lost?: string[];
            /**
             * Format: int64
             * @description The revision that would be gone back to.
             * @example 5
             */
            restored_seq: number;
            /**
             * Format: int64
             * @description The revision that the plan was made on: send it as `If-Match`.
             * @example 7
             */
            revision: number;
            /** @description The nearer targets that would be passed over, nearest first. */
            skipped: components["schemas"]["SkippedTarget"][];
            /**
             * @description The version that would be served: send it as `expected_version`.
             * @example 1.1.0
             */
            to_version: string;
        };
        /**
         * @description One thing that a token may do. A token may do what one of its scopes allows, and what its principal may do.
         * @example {
         *       "actions": [
         *         "publish"
         *       ],
         *       "model": "fraud-*",
         *       "namespace": "acme"
         *     }
         */
        Scope: {
            /** @description `read`, `publish`, `promote`, `admin`. Each of them allows reading, too; `admin` allows everything. */
            actions: string[];
            /**
             * @description A pattern of the channels that may be moved.
             * @default *
             */
            channel?: string;
            /**
             * @description A pattern of models.
             * @default *
             */
            model?: string;
            /**
             * @description A pattern of namespaces, where `*` stands for any characters.
             * @default *
             */
            namespace?: string;
        };
        /** @description A model that was found. */
        SearchHit: {
            /**
             * @description What people should know about it.
             * @example tells three kinds of iris apart
             */
            description: string;
            /**
             * @description The highest stable version that is served without being asked for by name.
             * @example 1.2.0
             */
            latest?: string;
            /**
             * @description The name of the model.
             * @example iris
             */
            name: string;
            /**
             * @description The namespace.
             * @example acme
             */
            namespace: string;
        };
        /** @description A page of models, by namespace and name. */
        SearchHitList: {
            /** @description The models. */
            items: components["schemas"]["SearchHit"][];
            /**
             * @description What to send as `page_token` for the next page; absent on the last one.
             * @example WyJpcmlzIl0
             */
            next_page_token?: string;
        };
        /** @description A target of a rollback that was passed over. */
        SkippedTarget: {
            /**
             * @description Why it may not be served: a state, `version-not-found`, `outside-constraint`, `blobs-missing` or `rejected`.
             * @example yanked
             */
            reason: string;
            /**
             * Format: int64
             * @description The revision in which the version was promoted.
             * @example 6
             */
            seq: number;
            /**
             * @description The version.
             * @example 1.1.0
             */
            version: string;
        };
        /**
         * @description Why the state of a version changes.
         * @example {
         *       "reason": "the labels were shuffled"
         *     }
         */
        StateChange: {
            /** @description The reason; yank, deprecate and disable need one. */
            reason?: string;
        };
        /** @description A token, without its secret. */
        Token: {
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-02T09:30:00Z
             */
            created_at: string;
            /**
             * @description Who made it.
             * @example admin
             */
            created_by: string;
            /**
             * @description What it is for.
             * @example nightly publish
             */
            description: string;
            /**
             * Format: date-time
             * @description When it ends; absent for the first token of a registry, which does not.
             * @example 2027-01-31T09:30:00Z
             */
            expires_at?: string;
            /**
             * @description Its identifier, which is no secret.
             * @example 01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute.
             * @example 2026-11-30T02:00:00Z
             */
            last_used_at?: string;
            /**
             * @description Who it stands for.
             * @example fraud-ci
             */
            principal: string;
            /**
             * Format: date-time
             * @description When it was revoked.
             * @example 2026-12-01T09:30:00Z
             */
            revoked_at?: string;
            /** @description What it is limited to; absent when it may do all that its principal may. */
            scopes?: components["schemas"]["Scope"][];
            /**
             * @description The secret, in the answer to the request that made it and never again. A retry of that request is answered without:
             *     revoke that token then, and make another one.
             * @example mrt_zA7o0ZB5fMbcdJqHqRvXxYk3n4wTt1uEJcDhLrQsV9g2eXa4b
             */
            secret?: string;
        };
        /**
         * @description A token to make.
         * @example {
         *       "description": "nightly publish",
         *       "expires_in_days": 30,
         *       "scopes": [
         *         {
         *           "actions": [
         *             "publish"
         *           ],
         *           "model": "fraud-*",
         *           "namespace": "acme"
         *         }
         *       ]
         *     }
         */
        TokenCreate: {
            /** @description What it is for. */
            description?: string;
            /**
             * Format: int32
             * @description For how many days it is good.
             * @default 90
             */
            expires_in_days?: number;
            /** @description What it is limited to, at most 32 of them; absent when it may do all that its principal may. */
            scopes?: components["schemas"]["Scope"][];
        };
        /** @description A page of tokens, the oldest first. */
        TokenList: {
            /** @description The tokens. */
            items: components["schemas"]["Token"][];
            /**
             * @description What to send as `page_token` for the next page; absent on the last one.
             * @example IjAxOTk4YTRlIg
             */
            next_page_token?: string;
        };
        /** @description Something unsafe in a file of a version. */
        UnsafeFile: {
            /**
             * @description What to publish instead.
             * @example save weights as safetensors, or the model as ONNX or GGUF, which hold data and no code
             */
            alternative: string;
            /**
             * @description For pickles, what loading it imports; the first 32 at most.
             * @example [
             *       "posix.system"
             *     ]
             */
            imports?: string[];
            /**
             * @description `pickle`, `numpy-objects`, `keras-lambda`, `tensorflow-file-op`, or `opaque`: it cannot be looked into.
             * @example pickle
             */
            kind: string;
            /**
             * @description The path of the file in the version and, behind each `!`, the path inside that file.
             * @example model.bin!archive/data.pkl
             */
            path: string;
            /**
             * @description What was found, in words.
             * @example a Python pickle; loading it imports and may call posix.system
             */
            reason: string;
        };
        /**
         * @description A file on its way into the registry.
         * @example {
         *       "id": "1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "line": "1",
         *       "part_count": 1,
         *       "part_links": false,
         *       "part_size": 16777216,
         *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "size": 4,
         *       "state": "pending",
         *       "url": "/api/v1/namespaces/acme/models/iris/uploads/1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08/content"
         *     }
         */
        Upload: {
            /**
             * Format: date-time
             * @description When the parts that are there may be removed, unless another comes.
             */
            expires_at?: string;
            /** @description The identifier. */
            id: string;
            /** @description The compatibility line whose storage path takes the bytes. */
            line: string;
            /**
             * Format: int32
             * @description How many parts there are; they are numbered from 1 on.
             */
            part_count: number;
            /** @description Whether parts may go to the object store itself, by `part-links`. */
            part_links: boolean;
            /**
             * Format: int64
             * @description The size of every part but the last, in bytes, for sending it in parts.
             */
            part_size: number;
            /** @description The parts that are there, by number. */
            parts?: components["schemas"]["PartSummary"][];
            /** @description What the parts were together when they were last refused; then they are gone, and the upload begins anew. */
            refused_sha256?: string;
            /** @description The SHA-256 of the bytes. */
            sha256: string;
            /**
             * Format: int64
             * @description The number of bytes.
             */
            size: number;
            /** @description Whether the bytes are there. */
            state: components["schemas"]["UploadState"];
            /** @description Where to `PUT` all bytes at once; absent when they are too many for that. */
            url?: string;
        };
        /**
         * @description A file to send.
         * @example {
         *       "line": "1",
         *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "size": 4
         *     }
         */
        UploadCreate: {
            /** @description The compatibility line of the version to be published; its storage path takes the bytes. */
            line: string;
            /** @description The SHA-256 of the bytes: 64 hexadecimal digits. */
            sha256: string;
            /**
             * Format: int64
             * @description The number of bytes.
             */
            size: number;
        };
        /**
         * @description Whether the bytes are there.
         * @enum {string}
         */
        UploadState: "pending" | "uploading" | "verifying" | "complete";
        /** @description What the rules say of a contract, compared with the live versions of its line. */
        Verdict: {
            /**
             * @description Whether the requested number is honest; absent when none was requested.
             * @example false
             */
            accepted?: boolean;
            /**
             * @description The nearest lower live stable version, in any line.
             * @example 1.0.0
             */
            base?: string;
            /** @description The changes: what refuses first, then by bump. */
            changes: components["schemas"]["Change"][];
            /**
             * @description How many changes there were, when the list was cut.
             * @example 1200
             */
            changes_total?: number;
            /**
             * @description Every version that the contract was compared with, highest first.
             * @example [
             *       "1.0.0"
             *     ]
             */
            compared_with: string[];
            /**
             * @description Whether consumers must change: `none`, `optional` or `required`.
             * @example required
             */
            consumer_change: string;
            /** @description The policy that this was judged by. */
            policy: components["schemas"]["PolicyRef"];
            /**
             * @description The number that was asked for.
             * @example 1.1.0
             */
            requested?: string;
            /**
             * @description The semantic class of what changed: `none`, `patch`, `minor` or `major`.
             * @example major
             */
            required_bump: string;
            /**
             * @description Whether the model must be trained again: `none`, `advised` or `required`.
             * @example required
             */
            retraining: string;
            /**
             * @description The lowest number at which the same contract is accepted.
             * @example 2.0.0
             */
            smallest_acceptable?: string;
        };
        /** @description One published state of a model. */
        Version: {
            /** @description The channels that the change of state touched; only in answers to changes of state. */
            affected_channels?: string[];
            /**
             * @description The version that it was compared with.
             * @example 1.0.0
             */
            base?: string;
            /**
             * @description The channels that serve it.
             * @example [
             *       "production"
             *     ]
             */
            channels: string[];
            /**
             * @description Whether consumers must change.
             * @example optional
             */
            consumer_change?: string;
            /**
             * @description The digest of files and contract, without lineage.
             * @example sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            content_digest: string;
            /**
             * @description The digest of the contract.
             * @example sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            contract_digest: string;
            /**
             * Format: date-time
             * @description When it was published.
             * @example 2026-11-02T09:30:00Z
             */
            created_at: string;
            /**
             * @description Who published it.
             * @example admin
             */
            created_by: string;
            /**
             * @description What people should know about it.
             * @example trained on the cleaned set
             */
            description: string;
            /**
             * @description The digest of the manifest: it names the version and all that it is made of.
             * @example sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            digest: string;
            /** @description The files, by path; only where one version is asked for. */
            files?: components["schemas"]["File"][];
            /**
             * @description Free-form labels.
             * @example {
             *       "team": "risk"
             *     }
             */
            labels: {
                [key: string]: string;
            };
            /**
             * @description The compatibility line, which has a storage path of its own.
             * @example 1
             */
            line: string;
            /**
             * @description The model.
             * @example iris
             */
            model: string;
            /**
             * @description The namespace.
             * @example acme
             */
            namespace: string;
            /**
             * Format: int64
             * @description The place among the versions of the model: 1, 2, 3…
             * @example 3
             */
            ordinal: number;
            /**
             * @description The semantic class of what changed since.
             * @example minor
             */
            required_bump?: string;
            /**
             * @description Whether the model must be trained again.
             * @example none
             */
            retraining?: string;
            /**
             * @description `active`, `deprecated`, `yanked`, `disabled` or `deleted`.
             * @example active
             */
            state: string;
            /**
             * @description Why it has that state.
             * @example the labels were shuffled
             */
            state_reason?: string;
            /** @description What is unsafe in its files; absent when nothing is. Only a namespace whose policy allows it has such versions. */
            unsafe?: components["schemas"]["UnsafeFile"][];
            /** @description The verdict that it was accepted with; only in the answer to a publish. */
            verdict?: components["schemas"]["Verdict"];
            /**
             * @description The number.
             * @example 1.1.0
             */
            version: string;
        };
        /**
         * @description A version to publish.
         * @example {
         *       "declared": {
         *         "license": "Apache-2.0"
         *       },
         *       "description": "trained on the cleaned set",
         *       "files": [
         *         {
         *           "path": "model.onnx",
         *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *           "size": 4
         *         }
         *       ],
         *       "lineage": {
         *         "commit": "4f9c2d1"
         *       },
         *       "version": "1.0.0"
         *     }
         */
        VersionCreate: {
            /** @description How the number rises, when none is named; `auto` without it. */
            bump?: components["schemas"]["Bump"];
            /** @description What no file says. */
            declared?: Record<string, unknown>;
            /** @description What people should know about it. */
            description?: string;
            /** @description Reports of an evaluation; no part of the digest. */
            evaluation?: Record<string, unknown>;
            /** @description The files, which must be uploaded already. */
            files: components["schemas"]["FileRef"][];
            /** @description Free-form labels. */
            labels?: {
                [key: string]: string;
            };
            /** @description The line in which the number rises; the highest without it. */
            line?: string;
            /** @description Where the version comes from. */
            lineage?: Record<string, unknown>;
            /** @description The line that the files were uploaded to, when the number does not say it. */
            upload_line?: string;
            /** @description The number; without it, `bump` decides. */
            version?: string;
        };
        /** @description A page of versions, newest first. */
        VersionList: {
            /** @description The versions. */
            items: components["schemas"]["Version"][];
            /**
             * @description What to send as `page_token` for the next page; absent on the last one.
             * @example WyJpcmlzIl0
             */
            next_page_token?: string;
        };
        /**
         * @description What is to change of a version; what is absent stays.
         * @example {
         *       "description": "trained on the cleaned set"
         *     }
         */
        VersionUpdate: {
            /** @description What people should know about it. */
            description?: string;
            /** @description Free-form labels; these replace all of them. */
            labels?: {
                [key: string]: string;
            };
        };
        /** @description How a version was chosen. */
        Why: {
            /**
             * @description How many versions there were to choose from.
             * @example 2
             */
            candidates: number;
            /**
             * @description `digest`, `exact`, `range`, `latest` or `channel`.
             * @example range
             */
            kind: string;
            /**
             * @description The selector, in its canonical spelling.
             * @example ^1.0
             */
            selector: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    check_registry: {
        parameters: {
            query?: {
                /** @description Read every byte, and compare it with its digest. */
                deep?: boolean;
            };
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FsckReport"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_events: {
        parameters: {
            query: {
                /**
                 * @description The namespace whose log is read.
                 * @example acme
                 */
                namespace: string;
                /** @description Only events after this `seq`. */
                after?: number;
                /**
                 * @description Only so many of the newest events.
                 * @example 50
                 */
                last?: number;
                /** @description The most items of the page. */
                page_size?: number;
                /** @description The `next_page_token` of the page before. */
                page_token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                    "application/x-ndjson": string;
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whoever asks. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_tokens: {
        parameters: {
            query?: {
                /** @description The most items of the page. */
                page_size?: number;
                /** @description The `next_page_token` of the page before. */
                page_token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tokens. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_my_token: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenCreate"];
            };
        };
        responses: {
            /** @description The new token, with its secret. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_my_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The identifier of the token.
                 * @example 01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revoked token. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description `token-not-found` */
            404: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_meta: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meta"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_namespaces: {
        parameters: {
            query?: {
                /** @description The most items of the page. */
                page_size?: number;
                /** @description The `next_page_token` of the page before. */
                page_token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of namespaces. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamespaceList"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_namespace: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NamespaceCreate"];
            };
        };
        responses: {
            /** @description The new namespace. */
            201: {
                headers: {
                    /** @description Its revision. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Namespace"];
                };
            };
            /** @description `namespace-exists` */
            409: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_namespace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The namespace. */
            200: {
                headers: {
                    /** @description Its revision. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Namespace"];
                };
            };
            /** @description `namespace-not-found` */
            404: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_namespace: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of what was read.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NamespaceUpdate"];
            };
        };
        responses: {
            /** @description The changed namespace. */
            200: {
                headers: {
                    /** @description Its revision. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Namespace"];
                };
            };
            /** @description `stale-revision` */
            412: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required` */
            428: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_members: {
        parameters: {
            query?: {
                /** @description The most items of the page. */
                page_size?: number;
                /** @description The `next_page_token` of the page before. */
                page_token?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The principal.
                 * @example ada
                 */
                principal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberSet"];
            };
        };
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description `principal-not-found` */
            404: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last-admin` */
            409: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The principal.
                 * @example ada
                 */
                principal: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who was a member. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description `member-not-found` */
            404: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last-admin` */
            409: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_models: {
        parameters: {
            query?: {
                /** @description The most items of the page. */
                page_size?: number;
                /** @description The `next_page_token` of the page before. */
                page_token?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of models. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelList"];
                };
            };
            /** @description `namespace-not-found` */
            404: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_model: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelCreate"];
            };
        };
        responses: {
            /** @description The new model. */
            201: {
                headers: {
                    /** @description Its revision. */
                    ETag?: string;
                    /** @description Where it is. */
                    Location?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            /** @description `namespace-not-found` */
            404: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `model-exists` */
            409: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_model: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model. */
            200: {
                headers: {
                    /** @description Its revision. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            /** @description `model-not-found` */
            404: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_model: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of what was read.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelUpdate"];
            };
        };
        responses: {
            /** @description The changed model. */
            200: {
                headers: {
                    /** @description Its revision. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            /** @description `stale-revision` */
            412: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required` */
            428: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archive_model: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The archived model. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_channels: {
        parameters: {
            query?: {
                /** @description The most items of the page. */
                page_size?: number;
                /** @description The `next_page_token` of the page before. */
                page_token?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The channels. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelList"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_channel: {
        parameters: {
            query?: {
                /**
                 * @description Answer what the channel served at this time.
                 * @example 2026-05-01T00:00:00Z
                 */
                at?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The channel.
                 * @example production
                 */
                channel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The channel. */
            200: {
                headers: {
                    /** @description The revision of the channel; absent with `at`. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_channel_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag of the channel that was read. */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The channel.
                 * @example production
                 */
                channel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "constraint": "^1",
                 *       "largest_step": "minor"
                 *     }
                 */
                "application/json": components["schemas"]["ChannelPolicy"];
            };
        };
        responses: {
            /** @description The channel with its new policy. */
            200: {
                headers: {
                    /** @description The revision of the channel. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clear_channel: {
        parameters: {
            query?: {
                /** @description Answer what would happen, and change nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description The entity tag of the channel that was read. */
                "If-Match"?: string;
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The channel.
                 * @example production
                 */
                channel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "the experiment is over"
                 *     }
                 */
                "application/json": components["schemas"]["Clear"];
            };
        };
        responses: {
            /** @description What the clear did. */
            200: {
                headers: {
                    /** @description The revision of the channel. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    promote_channel: {
        parameters: {
            query?: {
                /** @description Answer what would happen, and change nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description The entity tag of the channel that was read. */
                "If-Match"?: string;
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The channel.
                 * @example production
                 */
                channel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "passed the shadow run",
                 *       "version": "1.0.0"
                 *     }
                 */
                "application/json": components["schemas"]["Promote"];
            };
        };
        responses: {
            /** @description What the promotion did. */
            200: {
                headers: {
                    /** @description The revision of the channel. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_channel_revisions: {
        parameters: {
            query?: {
                /** @description The most items of the page. */
                page_size?: number;
                /** @description The `next_page_token` of the page before. */
                page_token?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The channel.
                 * @example production
                 */
                channel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revisions. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelRevisionList"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rollback_channel: {
        parameters: {
            query?: {
                /** @description Answer what would happen, and change nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description The entity tag of the channel that was read. */
                "If-Match"?: string;
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The channel.
                 * @example production
                 */
                channel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "the false positive rate doubled"
                 *     }
                 */
                "application/json": components["schemas"]["Rollback"];
            };
        };
        responses: {
            /** @description What the rollback did. */
            200: {
                headers: {
                    /** @description The revision of the channel. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollbackDone"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_rollback_target: {
        parameters: {
            query?: {
                /** @description Refuse when the nearest target is not eligible, instead of passing it over. */
                strict?: boolean;
                /**
                 * @description A version that the channel has served; without it the nearest eligible one.
                 * @example 1.1.0
                 */
                to_version?: string;
                /** @description A revision of the channel, instead of a version. */
                to_revision?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The channel.
                 * @example production
                 */
                channel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan. */
            200: {
                headers: {
                    /** @description The revision that the plan was made on. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollbackPlan"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compare_versions: {
        parameters: {
            query: {
                /**
                 * @description The older version: a number, a range, `latest`, a channel or a digest.
                 * @example 1.0.0
                 */
                base: string;
                /**
                 * @description The newer version.
                 * @example latest
                 */
                head: string;
            };
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The verdict; no number was requested. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdict"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_compatibility: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompatibilityCheck"];
            };
        };
        responses: {
            /** @description The verdict. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdict"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_model_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy. */
            200: {
                headers: {
                    /** @description The revision of the model. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_model_policy: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of what was read.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Policy"];
            };
        };
        responses: {
            /** @description The policy as it holds now. */
            200: {
                headers: {
                    /** @description The revision of the model. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description `stale-revision` */
            412: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-policy` */
            422: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required` */
            428: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolve_version: {
        parameters: {
            query?: {
                /**
                 * @description A number, a range, `latest`, a channel or a digest. Without it, and without the header, `latest`.
                 * @example ^1.0
                 */
                ref?: string;
                /**
                 * @description `latest` serves the latest version instead of one that is not there or not served; `error` does not. The policy of
                 *     the model decides without it.
                 * @example error
                 */
                fallback?: string;
                /** @description `include` lets ranges see pre-releases. */
                prerelease?: string;
            };
            header?: {
                /**
                 * @description The selector, instead of `ref`.
                 * @example 1.0.0
                 */
                "X-Model-Version"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    /** @description `no-cache`: the state of a version is part of the answer, and changes. */
                    "Cache-Control"?: string;
                    /** @description The digest of the manifest. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_model: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The restored model. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_upload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadCreate"];
            };
        };
        responses: {
            /** @description The bytes are there already. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description Send the bytes to `url`. */
            201: {
                headers: {
                    /** @description The upload. */
                    Location?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The upload.
                 * @example 1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The upload. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    abort_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The upload.
                 * @example 1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No part is there any more. */
            204: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_upload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The upload.
                 * @example 1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The bytes are stored. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description The whole is still being verified. */
            202: {
                headers: {
                    /** @description Where to ask. */
                    Location?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The upload.
                 * @example 1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": Blob;
            };
        };
        responses: {
            /** @description The bytes are stored. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_upload_part_links: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The upload.
                 * @example 1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartLinksCreate"];
            };
        };
        responses: {
            /** @description The links. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartLinks"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    record_upload_parts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The upload.
                 * @example 1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartsSent"];
            };
        };
        responses: {
            /** @description The upload, with its parts. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_upload_part: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The SHA-256 of the part, as RFC 9530 writes it.
                 * @example sha-256=:n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=:
                 */
                "Content-Digest": string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The upload.
                 * @example 1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                upload: string;
                /**
                 * @description The number of the part, from 1 on.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": Blob;
            };
        };
        responses: {
            /** @description The part is stored. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartSummary"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_versions: {
        parameters: {
            query?: {
                /**
                 * @description Only versions in this state: `active`, `deprecated`, `yanked`, `disabled` or `deleted`.
                 * @example active
                 */
                state?: string;
                /** @description The most items of the page. */
                page_size?: number;
                /** @description The `next_page_token` of the page before. */
                page_token?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_version: {
        parameters: {
            query?: {
                /** @description Answer what would happen, and change nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionCreate"];
            };
        };
        responses: {
            /** @description The version is there already; with `dry_run` it may be one that would be. */
            200: {
                headers: {
                    /** @description `true` when the version was there already. */
                    "X-Replayed"?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description The new version. */
            201: {
                headers: {
                    /** @description The digest of its manifest. */
                    ETag?: string;
                    /** @description The version. */
                    Location?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The selector.
                 * @example 1.0.0
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_version: {
        parameters: {
            query?: {
                /** @description Answer what would happen, and change nothing. */
                dry_run?: boolean;
                /** @description The reason. */
                reason?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The number.
                 * @example 1.0.0
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tombstone. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The number.
                 * @example 1.0.0
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionUpdate"];
            };
        };
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_version_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The selector.
                 * @example 1.0.0
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contract. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deprecate_version: {
        parameters: {
            query?: {
                /** @description Answer what would happen, and change nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The number.
                 * @example 1.0.0
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateChange"];
            };
        };
        responses: {
            /** @description The version, with the channels that serve it. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disable_version: {
        parameters: {
            query?: {
                /** @description Answer what would happen, and change nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The number.
                 * @example 1.0.0
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateChange"];
            };
        };
        responses: {
            /** @description The version, with the channels that serve it. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enable_version: {
        parameters: {
            query?: {
                /** @description Answer what would happen, and change nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The number.
                 * @example 1.0.0
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateChange"];
            };
        };
        responses: {
            /** @description The version, with the channels that serve it. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_version_files: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The selector.
                 * @example 1.0.0
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The files, by path. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileList"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_file: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The bytes to send.
                 * @example bytes=0-1023
                 */
                Range?: string;
                /** @description Heed `Range` only if the file has this entity tag. */
                "If-Range"?: string;
                /** @description Answer 304 if the file has this entity tag. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The selector.
                 * @example 1.0.0
                 */
                version: string;
                /**
                 * @description The path of the file inside the version.
                 * @example model.onnx
                 */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description `bytes`. */
                    "Accept-Ranges"?: string;
                    /** @description The SHA-256 of the file. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            /** @description A part of it. */
            206: {
                headers: {
                    /** @description Which part. */
                    "Content-Range"?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            /** @description The bytes lie in an object store that the client may read for a few minutes. */
            302: {
                headers: {
                    /** @description A secret link, for this file alone. */
                    Location?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The client has it. */
            304: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_version_manifest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The selector.
                 * @example 1.0.0
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undeprecate_version: {
        parameters: {
            query?: {
                /** @description Answer what would happen, and change nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The number.
                 * @example 1.0.0
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateChange"];
            };
        };
        responses: {
            /** @description The version, with the channels that serve it. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unyank_version: {
        parameters: {
            query?: {
                /** @description Answer what would happen, and change nothing. */
                dry_run?: boolean;
            };
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The number.
                 * @example 1.0.0
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateChange"];
            };
        };
        responses: {
            /** @description The version, with the channels that serve it. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_version_verdict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The selector.
                 * @example 1.0.0
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The verdict. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdict"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    yank_version: {
        parameters: {
            query?: {
                /** @description Answer what would happen, and change nothing. */
                dry_run?: boolean;
                /** @description Yank although channels serve the version; they keep serving it. */
                force?: boolean;
                /** @description Roll back all channels that serve the version, in the same commit. */
                rollback_channels?: boolean;
            };
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
                /**
                 * @description The model.
                 * @example iris
                 */
                model: string;
                /**
                 * @description The number.
                 * @example 1.0.0
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateChange"];
            };
        };
        responses: {
            /** @description The version, with the channels that serve it. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_namespace_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy. */
            200: {
                headers: {
                    /** @description The revision of the namespace. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_namespace_policy: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of what was read.
                 * @example "1"
                 */
                "If-Match": string;
            };
            path: {
                /**
                 * @description The namespace.
                 * @example acme
                 */
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Policy"];
            };
        };
        responses: {
            /** @description The policy as it holds now. */
            200: {
                headers: {
                    /** @description The revision of the namespace. */
                    ETag?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description `stale-revision` */
            412: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-policy` */
            422: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-required` */
            428: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_principals: {
        parameters: {
            query?: {
                /** @description The most items of the page. */
                page_size?: number;
                /** @description The `next_page_token` of the page before. */
                page_token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of principals. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrincipalList"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_principal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrincipalCreate"];
            };
        };
        responses: {
            /** @description The new principal. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Principal"];
                };
            };
            /** @description `principal-exists` */
            409: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_principal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The principal.
                 * @example fraud-ci
                 */
                principal: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The principal. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Principal"];
                };
            };
            /** @description `principal-not-found` */
            404: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_principal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The principal.
                 * @example fraud-ci
                 */
                principal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrincipalUpdate"];
            };
        };
        responses: {
            /** @description The changed principal. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Principal"];
                };
            };
            /** @description `last-admin` */
            409: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_principal_tokens: {
        parameters: {
            query?: {
                /** @description The most items of the page. */
                page_size?: number;
                /** @description The `next_page_token` of the page before. */
                page_token?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The principal.
                 * @example fraud-ci
                 */
                principal: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tokens. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_principal_token: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of the client's; the same request with the same key has its effect once in 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The principal.
                 * @example fraud-ci
                 */
                principal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenCreate"];
            };
        };
        responses: {
            /** @description The new token, with its secret. */
            201: {
                headers: {
                    /** @description Where it is. */
                    Location?: string;
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_principal_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The principal.
                 * @example fraud-ci
                 */
                principal: string;
                /**
                 * @description The identifier of the token.
                 * @example 01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e
                 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revoked token. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description `token-not-found` */
            404: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_models: {
        parameters: {
            query: {
                /**
                 * @description A part of the name of a model or of a namespace.
                 * @example iris
                 */
                q: string;
                /** @description The most items of the page. */
                page_size?: number;
                /** @description The `next_page_token` of the page before. */
                page_token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The models. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchHitList"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_docs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To `/docs/`. */
            308: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_docs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A file of Swagger UI.
                 * @example index.html
                 */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page, or a part of it. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server runs. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_openapi_3_0: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_problem_kind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The stable name of a kind of problem.
                 * @example model-not-found
                 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kind of problem. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemKind"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server can work. */
            200: {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description A problem; its `code` says which. */
            "4XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem; its `code` says which. */
            "5XX": {
                headers: {
                    /** @description The id of the request: the one that was sent, or a new one. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
