"""Runs action.yml and ci/gitlab.yml as their runners would: with the variables of a runner, the real command line and a
live server. No runner is here, so what a runner does before the shell (inputs, expressions, rules) is done below.

Usage: test_recipe.py FOLDER      where FOLDER has the programs `registry` and `registry-server`
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.argv.pop(1)).resolve()
TOOLS = Path(sys.executable).parent
ACTION = YAML(typ="safe").load(ROOT / "action.yml")
GITLAB = YAML(typ="safe").load(ROOT / "ci/gitlab.yml")
PULL_REQUEST = {"GITHUB_EVENT_NAME": "pull_request", "GITHUB_REF_TYPE": "branch", "GITHUB_REF_NAME": "7/merge"}
MERGE_REQUEST = {"CI_PIPELINE_SOURCE": "merge_request_event"}

SERVER = {}


def tagged(name):
    return {"GITHUB_EVENT_NAME": "push", "GITHUB_REF_TYPE": "tag", "GITHUB_REF_NAME": name}


def setUpModule():
    SERVER["data"] = tempfile.mkdtemp(prefix="registry-recipe-")
    command = [PROGRAMS / "registry-server", "--listen", "127.0.0.1:0", "--data", SERVER["data"]]
    SERVER["process"] = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    for line in SERVER["process"].stderr:
        if found := re.search(r"listens on (http://[^;]+);", line):
            SERVER["url"] = found[1]
            break
    SERVER["token"] = Path(SERVER["data"], "admin-token").read_text(encoding="utf-8").strip()


def tearDownModule():
    SERVER["process"].terminate()
    SERVER["process"].communicate()
    shutil.rmtree(SERVER["data"])


def expression(text, inputs, environment):
    """What a runner makes of `${{ inputs.a || env.B }}`: the first that is not empty."""
    inner = re.fullmatch(r"\$\{\{ (.*) \}\}", text)[1]
    scopes = {"inputs": inputs, "env": environment}
    values = (scopes[scope].get(name, "") for scope, name in (part.split(".") for part in inner.split(" || ")))
    return next((value for value in values if value), "")


class Recipe(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="registry-recipe-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.workspace = self.folder / "workspace"
        (self.workspace / "models").mkdir(parents=True)
        # A model of its own for each test: they share the server.
        self.model = f"acme/{self.id().rsplit('.', 1)[-1].replace('_', '-')}"[:64]

    def put(self, version):
        shutil.copy(ROOT / f"examples/iris/{version}.onnx", self.workspace / "models/model.onnx")

    def environment(self):
        """What a job finds, without what this test was started with."""
        path = os.pathsep.join([str(PROGRAMS), "/usr/bin", "/bin"])
        return {"PATH": path, "HOME": str(self.folder), "LANG": "C.UTF-8"}

    def run_bash(self, script, environment):
        bash = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(bash, cwd=self.workspace, env=environment, capture_output=True, text=True, check=False)

    def github(self, event, job=None, **given):
        """A step that uses the action, in a job with those variables."""
        inputs = {"url": SERVER["url"], "token": SERVER["token"], "path": "models/model.onnx", "model": self.model}
        inputs |= {name.replace("_", "-"): value for name, value in given.items()}
        self.assertLessEqual(inputs.keys(), ACTION["inputs"].keys())
        inputs = {name: inputs.get(name, spec.get("default", "")) for name, spec in ACTION["inputs"].items()}
        [step] = ACTION["runs"]["steps"]
        self.assertNotIn("${{", step["run"])
        self.output = self.folder / "output"
        self.output.write_text("")
        environment = self.environment() | event | (job or {})
        environment |= {"GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_OUTPUT": str(self.output)}
        environment |= {name: expression(text, inputs, job or {}) for name, text in step["env"].items()}
        return self.run_bash(step["run"], environment)

    def gitlab(self, job, event, **given):
        """A job of the template in a project with those variables."""
        project = {"REGISTRY_URL": SERVER["url"], "REGISTRY_TOKEN": SERVER["token"], "REGISTRY_CI_MODEL": self.model}
        project |= {"REGISTRY_CI_PATH": "models/model.onnx", "REGISTRY_CI_SCRIPT": str(ROOT / "ci/registry-ci.sh")}
        environment = self.environment() | GITLAB["variables"] | project | {"GITLAB_CI": "true"} | event | given
        return self.run_bash("\n".join(GITLAB[job]["script"]), environment)

    def assert_ended(self, done, code, *texts):
        said = f"{done.returncode}\n{done.stdout}\n{done.stderr}"
        self.assertEqual(done.returncode, code, said)
        for text in texts:
            self.assertIn(text, done.stdout + done.stderr, said)
        self.assertNotIn(SERVER["token"], said)

    def resolved(self):
        command = [PROGRAMS / "registry", "resolve", self.model, "-o", "json", "--url", SERVER["url"]]
        return subprocess.run(command, env=self.environment(), capture_output=True, text=True, check=False).stdout

    def refused(self, text, event=PULL_REQUEST, **given):
        """A refusal is one annotation, and the program was not reached."""
        done = self.github(event, **given)
        self.assert_ended(done, 2, text)
        self.assertRegex(done.stdout, r"\A::error title=registry::[^\n]*\n\Z")
        # The runner would make a line break of it.
        self.assertNotIn("%0A", done.stdout)


class OnGithub(Recipe):
    def test_a_tag_publishes_and_says_which_version(self):
        self.put("1.0.0")
        self.assert_ended(self.github(tagged("v1.0.0")), 0, f"published: {self.model}@1.0.0")
        self.assertEqual(self.output.read_text(), "version=1.0.0\n")
        self.assertIn('"version": "1.0.0"', self.resolved())
        self.assert_ended(self.github(tagged("v1.0.0")), 0, "there already")

    def test_a_pull_request_is_annotated_and_fails_when_it_breaks_callers(self):
        self.put("1.0.0")
        self.assert_ended(self.github(PULL_REQUEST), 0)
        self.assert_ended(self.github(tagged("v1.0.0")), 0)
        self.assert_ended(self.github(PULL_REQUEST), 0, "::notice title=registry::the model is the one that is published")
        self.put("1.1.0")
        compatible = self.github(PULL_REQUEST)
        self.assert_ended(compatible, 0, "::notice file=models/model.onnx,title=registry%3A output.added::")
        self.assertNotIn("::error", compatible.stdout)
        self.assert_ended(self.github(PULL_REQUEST, bump="patch"), 7, "::error file=models/model.onnx,")
        self.put("2.0.0")
        broken = "::error file=models/model.onnx,title=registry%3A input.dim.changed::"
        self.assert_ended(self.github(PULL_REQUEST), 7, broken, "smallest acceptable version: 2.0.0")
        self.assert_ended(self.github(PULL_REQUEST, version="1.1.0"), 7, broken)
        self.assert_ended(self.github(PULL_REQUEST, version="1.0.0"), 6, "version.exists")
        self.assert_ended(self.github(PULL_REQUEST, bump="major"), 0, "::warning file=models/model.onnx,")
        self.assertIn('"version": "1.0.0"', self.resolved())

    def test_a_tag_that_lies_publishes_nothing(self):
        self.put("1.0.0")
        self.assert_ended(self.github(tagged("v1.0.0")), 0)
        self.put("2.0.0")
        self.assert_ended(self.github(tagged("v1.1.0")), 7, "input.dim.changed", "::error title=registry::1.1.0 is not")
        self.assertEqual(self.output.read_text(), "")
        self.assertIn('"version": "1.0.0"', self.resolved())

    def test_a_tag_that_is_no_version_is_refused(self):
        self.put("1.0.0")
        for tag in ["latest", "1.0.0", "v1.0", "v1.0.0.0", "v01.0.0", "vv1.0.0", "v", "v1.0.0;id", "v$(id)", "v1.0.0\n"]:
            with self.subTest(tag=tag):
                self.refused("names no version; write `v1.2.3`", tagged(tag))
        self.refused("write `fraud-1.2.3`", tagged("v1.0.0"), tag_prefix="fraud-")
        self.refused("the input `version` says 1.1.0", tagged("v1.0.0"), version="1.1.0")
        self.assertEqual(self.resolved(), "")
        self.assert_ended(self.github(tagged("fraud-1.0.0-rc.1"), tag_prefix="fraud-"), 0, "@1.0.0-rc.1")
        self.assert_ended(self.github(tagged("1.0.0"), tag_prefix="", version="1.0.0"), 0, "@1.0.0")

    def test_a_folder_with_its_registry_toml_is_a_model(self):
        folder = self.workspace / "models/reviews"
        shutil.copytree(ROOT / "examples/reviews/1.0.0", folder)
        self.assert_ended(self.github(PULL_REQUEST, path="models/reviews", model=""), 0)
        done = self.github(tagged("v1.0.0"), path="models/reviews", model="")
        self.assert_ended(done, 0, "published: acme/reviews@1.0.0")

    def test_inputs_are_looked_at_before_anything_runs(self):
        self.put("1.0.0")
        (self.workspace / "link.onnx").symlink_to(ROOT / "examples/iris/1.0.0.onnx")
        (self.workspace / "away").symlink_to(ROOT / "examples")
        hostile = ["$(touch hacked)", "`touch hacked`", "; touch hacked", "x\n::warning::forged", "-o", "%0A::error::"]
        inputs = {
            "url": [*hostile, "", "registry.example", "http://user@registry.example", "https://a b"],
            "path": [*hostile, "/etc/passwd", "..", "models/../..", "link.onnx", "away/iris", "none"],
            "model": [*hostile, "fraud", "acme/fraud@1.0.0", "Acme/fraud", "acme/fraud/x", "a" * 65 + "/b"],
            "bump": [*hostile, "largest"],
            "version": [*hostile, "1.0", "v1.0.0", "1.0.0 "],
            "line": [*hostile, "0", "1.2", "01"],
            "tag_prefix": [*hostile[:4], "v" * 65, "v*"],
        }
        for name, values in inputs.items():
            for value in values:
                with self.subTest(name=name, value=value):
                    self.refused(f"the input `{name.replace('_', '-')}` is", **{name: value})
        self.assertEqual(sorted(os.listdir(self.workspace)), ["away", "link.onnx", "models"])

    def test_the_program_must_be_this_registry(self):
        self.put("1.0.0")
        self.refused("install `registry` on the runner", program="no-such-program")
        self.refused("is another program", program="echo")
        self.refused("which is no program", program="-c")
        other = self.workspace / "other folder"
        other.mkdir()
        (other / "registry").symlink_to(PROGRAMS / "registry")
        self.assert_ended(self.github(PULL_REQUEST, program="other folder/registry"), 0)

    def test_a_token_is_needed_and_may_come_from_the_job(self):
        self.put("1.0.0")
        self.refused("there is no token", token="")
        self.refused("the token holds a blank", token="mrt_a b")
        self.assert_ended(self.github(PULL_REQUEST, token="", job={"REGISTRY_TOKEN": SERVER["token"]}), 0)
        self.assert_ended(self.github(PULL_REQUEST, token="mrt_" + "x" * 49), 3, "refuses the token in REGISTRY_TOKEN")

    def test_other_events_are_refused(self):
        self.put("1.0.0")
        branch = {"GITHUB_EVENT_NAME": "push", "GITHUB_REF_TYPE": "branch", "GITHUB_REF_NAME": "v1.0.0"}
        self.refused("no pull request and for no tag", branch)


class OnGitlab(Recipe):
    def test_merge_requests_are_checked_and_tags_published(self):
        self.put("1.0.0")
        tag = {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_TAG": "v1.0.0"}
        self.assert_ended(self.gitlab("registry-publish", tag), 0, f"published: {self.model}@1.0.0")
        self.put("1.1.0")
        self.assert_ended(self.gitlab("registry-check", MERGE_REQUEST), 0, "1.1.0 is acceptable")
        self.put("2.0.0")
        done = self.gitlab("registry-check", MERGE_REQUEST)
        self.assert_ended(done, 7, "MAJOR", "smallest acceptable version: 2.0.0")
        self.assertNotIn("::error", done.stdout)
        bad = self.gitlab("registry-publish", tag | {"CI_COMMIT_TAG": "release"})
        self.assert_ended(bad, 2, "error: the tag release names no version; write `v1.2.3`")
        self.assert_ended(self.gitlab("registry-check", MERGE_REQUEST, REGISTRY_TOKEN=""), 2, "error: there is no token")
        self.assert_ended(self.gitlab("registry-check", {"CI_PIPELINE_SOURCE": "push"}), 2, "no pull request")

    def test_the_rules_of_the_jobs_are_the_events_of_the_script(self):
        self.assertEqual(GITLAB["registry-check"]["rules"], [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}])
        self.assertEqual(GITLAB["registry-publish"]["rules"], [{"if": "$CI_COMMIT_TAG"}])


class Files(unittest.TestCase):
    def test_they_are_what_their_runners_read(self):
        checks = [
            ["shellcheck", "ci/registry-ci.sh"],
            ["check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"],
            ["check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", "ci/gitlab.yml"],
        ]
        for program, *arguments in checks:
            done = subprocess.run([TOOLS / program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, f"{program}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    unittest.main()
