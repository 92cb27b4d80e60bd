#!/usr/bin/env bash
# What a pipeline does with a model: `registry check` on a pull request, `registry publish` on a tag. action.yml and
# ci/gitlab.yml call it; docs/ci.md says what the variables mean. Nothing comes by arguments, and every variable is looked
# at before it is used: whoever opens a pull request may have written some of them.
set -euo pipefail

# The exit code of `registry` when a number is taken, or nothing changed.
readonly CONFLICT=6
# A version as SemVer writes it.
readonly DIGITS='(0|[1-9][0-9]*)'
readonly IDENTIFIERS='[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*'
readonly SEMVER="$DIGITS\.$DIGITS\.$DIGITS(-$IDENTIFIERS)?(\+$IDENTIFIERS)?"

is_github() { [[ ${GITHUB_ACTIONS-} == true ]]; }

# One line for people, which the runner shows beside the job. A value stands in it as `quoted` leaves it.
say() {
    local kind=$1 text=$2
    if is_github; then
        printf '::%s title=registry::%s\n' "$kind" "${text//%/%25}"
    else
        printf '%s: %s\n' "$kind" "$text" >&2
    fi
}

refuse() {
    say error "$1"
    exit 2
}

# A value as one word without line breaks, so that it cannot begin a line of its own.
quoted() { printf '%q' "$1"; }

# Whether all of a text is of a form. The locale must not decide what a letter is.
is_of() {
    local LC_ALL=C
    [[ $2 =~ ^($1)$ ]]
}

check_server() {
    local host='([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?'
    [[ -n ${REGISTRY_URL-} ]] || refuse "the input \`url\` is missing: the address of the registry"
    is_of "https?://$host(/[A-Za-z0-9._~/-]*)?" "$REGISTRY_URL" ||
        refuse "the input \`url\` is $(quoted "$REGISTRY_URL"), which is no address; write \`https://registry.example\`"
    [[ -n ${REGISTRY_TOKEN-} ]] ||
        refuse 'there is no token; give one by the secret REGISTRY_TOKEN (pull requests from forks get no secrets)'
    is_of '[!-~]+' "$REGISTRY_TOKEN" || refuse 'the token holds a blank or a line break, which no token does; copy it again'
    export REGISTRY_URL REGISTRY_TOKEN
}

check_program() {
    program=${REGISTRY_CI_PROGRAM:-registry}
    is_of '[^[:cntrl:]-][^[:cntrl:]]*' "$program" || refuse "the input \`program\` is $(quoted "$program"), which is no program"
    local version
    version=$("$program" --version 2>/dev/null </dev/null) ||
        refuse "$(quoted "$program") does not run; install \`registry\` on the runner before this step (docs/ci.md)"
    is_of "registry $SEMVER" "$version" || refuse "$(quoted "$program") is another program than this registry's command line"
}

# A path inside the folder of the job, of which a link leads out no more than `..` does.
check_path() {
    path=${REGISTRY_CI_PATH:-.}
    local folder shown
    shown="the input \`path\` is $(quoted "$path")"
    is_of '[^[:cntrl:]/-][^[:cntrl:]]*' "$path" || refuse "$shown; write a relative path, such as \`models/fraud\`"
    [[ -f $path || -d $path ]] || refuse "$shown, where there is no file and no folder"
    [[ ! -L $path ]] || refuse "$shown, which is a link"
    folder=$path
    [[ -d $path ]] || folder=$(dirname -- "$path")
    folder=$(cd -- "$folder" && pwd -P)
    [[ $folder/ == "$(pwd -P)"/* ]] || refuse "$shown, which lies outside of the repository"
}

check_names() {
    local name='[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?'
    model=${REGISTRY_CI_MODEL-} version=${REGISTRY_CI_VERSION-} line=${REGISTRY_CI_LINE-}
    bump=${REGISTRY_CI_BUMP:-minor} prefix=${REGISTRY_CI_TAG_PREFIX-v}
    [[ -z $model ]] || is_of "$name/$name" "$model" ||
        refuse "the input \`model\` is $(quoted "$model"); write \`namespace/model\`"
    [[ -z $version ]] || is_of "$SEMVER" "$version" ||
        refuse "the input \`version\` is $(quoted "$version"); write three numbers, such as \`1.2.3\`"
    [[ -z $line ]] || is_of '[1-9][0-9]*|0\.[1-9][0-9]*|0\.0\.[0-9]+' "$line" ||
        refuse "the input \`line\` is $(quoted "$line"); write \`2\`, or \`0.3\` below 1.0.0"
    is_of 'auto|patch|minor|major' "$bump" ||
        refuse "the input \`bump\` is $(quoted "$bump"); choose one of auto, patch, minor and major"
    is_of '[A-Za-z0-9._/@-]{0,64}' "$prefix" ||
        refuse "the input \`tag-prefix\` is $(quoted "$prefix"); write what stands before the number, such as \`v\`"
}

# What the runner says of the job: `check`, or `publish` with the name of the tag.
read_event() {
    event='' tag=''
    case ${GITHUB_EVENT_NAME-}:${GITHUB_REF_TYPE-}:${CI_PIPELINE_SOURCE-}:${CI_COMMIT_TAG:+tag} in
    pull_request:* | merge_group:* | *:merge_request_event:*) event=check ;;
    *:tag:*:*) event=publish tag=${GITHUB_REF_NAME-} ;;
    *:tag) event=publish tag=$CI_COMMIT_TAG ;;
    *) refuse 'this job runs for no pull request and for no tag; run it for these alone' ;;
    esac
}

run_check() {
    local arguments=(check "$path" --output table) report code=0
    if is_github; then arguments=(check "$path" --output github); fi
    if [[ -n $model ]]; then arguments+=(--model "$model"); fi
    if [[ -n $version ]]; then arguments+=(--version "$version"); else arguments+=(--bump "$bump"); fi
    if [[ -z $version && -n $line ]]; then arguments+=(--line "$line"); fi
    report=$("$program" "${arguments[@]}") || code=$?
    # A pull request need not touch the model.
    if [[ $code == "$CONFLICT" && $report == *nothing.changed* ]]; then
        say notice 'the model is the one that is published already'
        return 0
    fi
    if [[ -n $report ]]; then printf '%s\n' "$report"; fi
    if [[ $code == 0 ]]; then printf '%s\n' 'the check passed'; fi
    return "$code"
}

run_publish() {
    local number=${tag#"$prefix"} arguments code=0
    if [[ $tag != "$prefix"* ]] || ! is_of "$SEMVER" "$number"; then
        refuse "the tag $(quoted "$tag") names no version; write \`${prefix}1.2.3\`"
    fi
    [[ -z $version || $version == "$number" ]] ||
        refuse "the tag says $(quoted "$number"), and the input \`version\` says $(quoted "$version")"
    arguments=(publish "$path" --version "$number")
    if [[ -n $model ]]; then arguments+=(--model "$model"); fi
    "$program" "${arguments[@]}" || code=$?
    [[ $code == 0 ]] || say error "$number is not published; the log says why"
    if [[ $code == 0 && -n ${GITHUB_OUTPUT-} ]]; then printf 'version=%s\n' "$number" >>"$GITHUB_OUTPUT"; fi
    return "$code"
}

[[ $# == 0 ]] || refuse 'this script takes no arguments; docs/ci.md names its variables'
check_names
check_path
check_server
check_program
read_event
"run_$event"
